import hashlib
import hmac
import os


def is_genuine(raw, signature):
    mine = hmac.new(os.environ["METER_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine, signature)
