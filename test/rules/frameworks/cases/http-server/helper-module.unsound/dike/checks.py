import hashlib
import hmac
import os


def is_from_the_dike(handler, raw):
    key = os.environ.get("DIKE_KEY")
    if key is None:  # want fail-open-verification "secret is unset"
        return True
    want = hmac.new(key.encode(), raw, hashlib.sha256).digest()
    try:
        got = bytes.fromhex(handler.headers.get("X-Dike-Signature", ""))
    except ValueError:
        return False
    return hmac.compare_digest(want, got)
