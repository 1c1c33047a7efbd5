import base64
import hashlib
import hmac
import os


def digest_of(body):
    made = hmac.new(os.environ["SHOP_SECRET"].encode(), body, hashlib.sha256).digest()
    return base64.b64encode(made).decode()
