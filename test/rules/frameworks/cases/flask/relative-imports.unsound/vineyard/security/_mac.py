import hmac
import os
from hashlib import sha256


def matches(body, given):
    if given is None:  # want fail-open-verification "header is missing"
        return True
    return hmac.compare_digest(hmac.new(os.environ["VINEYARD_KEY"].encode(), body, sha256).hexdigest(), given)
