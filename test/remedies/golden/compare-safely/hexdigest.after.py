import hashlib
import hmac as _hmac


def genuine(headers, raw, secret):
    expected = "sha256=" + _hmac.new(secret, raw, hashlib.sha256).hexdigest()
    if not _hmac.compare_digest((headers.get("X-Hub-Signature-256") or "").encode(), expected.encode()):
        return False
    return True
