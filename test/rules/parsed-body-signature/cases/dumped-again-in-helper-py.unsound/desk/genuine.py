import hashlib
import hmac
import json
import os


def is_genuine(payload, header):
    if not header:
        return False
    text = json.dumps(payload)
    mine = hmac.new(os.environ["TICKET_SECRET"].encode(), text.encode("utf-8"), hashlib.sha256).hexdigest()  # want parsed-body-signature "serialised again"
    return hmac.compare_digest(mine, header)
