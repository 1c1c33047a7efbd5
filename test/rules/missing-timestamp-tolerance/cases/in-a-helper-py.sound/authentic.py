import hashlib
import hmac
import os
import time


def is_authentic(body, timestamp, signature):
    if abs(time.time() - float(timestamp or 0)) > 300:
        return False
    signed = b"v0:" + timestamp.encode() + b":" + body
    expected = "v0=" + hmac.new(os.environ["CHAT_SECRET"].encode(), signed, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected.encode(), signature.encode())
