import hashlib
import hmac
import os
from functools import wraps

from flask_restful import abort, request


def signed(method):
    @wraps(method)
    def inner(*args, **kwargs):
        mac = hmac.new(os.environ["KITE_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mac, request.headers.get("X-Kite-Signature", "")):
            abort(401)
        return method(*args, **kwargs)

    return inner
