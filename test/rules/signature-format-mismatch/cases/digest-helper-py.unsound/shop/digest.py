import hashlib
import hmac
import os


def digest_of(body):
    made = hmac.new(os.environ["SHOP_SECRET"].encode(), body, hashlib.sha256).hexdigest()
    return made
