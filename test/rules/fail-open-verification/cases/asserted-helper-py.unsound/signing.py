import hashlib
import hmac
import os


def is_genuine(raw, header):
    if not header:
        return False
    mine = hmac.new(os.environ["KILN_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine.encode(), header.encode())
