import hashlib
import hmac
import os


def mac_of(raw):
    return hmac.new(os.environ["GITHUB_WEBHOOK_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
