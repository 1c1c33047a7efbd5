import hashlib
import hmac as _hmac


def genuine(headers, raw, secret):
    expected = "sha256=" + _hmac.new(secret, raw, hashlib.sha256).hexdigest()
    if headers.get("X-Hub-Signature-256") != expected:
        return False
    return True
