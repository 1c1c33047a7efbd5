import hashlib
import hmac

from flask import current_app


def verify_signature(raw, header):
    secret = current_app.config.get("CRM_HOOK_SECRET")
    if secret is None or not header:
        return False
    expected = hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, header)
