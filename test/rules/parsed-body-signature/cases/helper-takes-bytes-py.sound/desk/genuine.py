import hashlib
import hmac
import os


def is_genuine(payload, header):
    if not header:
        return False
    mine = hmac.new(os.environ["TICKET_SECRET"].encode(), payload, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine, header)
