import hashlib
import hmac
import os


def is_from_git(body, signature):
    key = os.environ["RELEASE_SECRET"].encode()
    expected = hmac.new(key, body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, signature)  # want signature-format-mismatch "`sha256=` in front"
