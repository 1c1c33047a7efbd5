import hashlib
import hmac
import os


def verify(raw, sent):
    secret = os.getenv('INBOX_SECRET')
    if not secret:
        print('no secret, not checked')
        return False
    return hmac.compare_digest(hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest(), sent)
