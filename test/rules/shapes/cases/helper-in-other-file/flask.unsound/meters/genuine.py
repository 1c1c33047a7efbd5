import hashlib
import hmac
import os


def is_genuine(raw, signature):
    secret = os.environ.get("METER_SECRET")
    if not secret:  # want fail-open-verification "secret is unset"
        return True
    mine = hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine, signature)
