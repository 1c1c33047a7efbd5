import hashlib
import hmac
from functools import wraps

from flask import abort, request


class Guard:
    def __init__(self, key):
        self.key = key.encode()

    def required(self, view):
        @wraps(view)
        def inner(*args, **kwargs):
            mac = hmac.new(self.key, request.get_data(), hashlib.sha256).hexdigest()
            if not hmac.compare_digest(mac, request.headers.get("X-Barn-Signature", "")):
                abort(401)
            return view(*args, **kwargs)

        return inner
