import hashlib
import hmac
import os

from .errors import Unsigned


def verify(req):
    mac = hmac.new(os.environ["APIARY_KEY"].encode(), req.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac, req.headers.get("X-Apiary-Signature", "")):
        raise Unsigned("wrong signature")
