import hashlib
import hmac
import os


def is_authentic(body, timestamp, signature):
    signed = b"v0:" + timestamp.encode() + b":" + body
    expected = "v0=" + hmac.new(os.environ["CHAT_SECRET"].encode(), signed, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected.encode(), signature.encode())  # want missing-timestamp-tolerance "nothing looks at how old"
