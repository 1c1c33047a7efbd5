import base64
import hashlib
import hmac

from . import settings


def is_genuine(raw, header):
    digest = hmac.new(settings.STOCK_SECRET.encode(), raw, hashlib.sha256).digest()
    return hmac.compare_digest(base64.b64encode(digest).decode(), header)
