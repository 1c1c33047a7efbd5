import hmac
import os
from hashlib import sha256


def matches(body, given):
    if given is None:
        return False
    return hmac.compare_digest(hmac.new(os.environ["VINEYARD_KEY"].encode(), body, sha256).hexdigest(), given)
