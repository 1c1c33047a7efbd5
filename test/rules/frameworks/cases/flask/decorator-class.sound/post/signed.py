import functools
import hashlib
import hmac

from flask import abort, request


class Signed:
    def __init__(self, header, secret):
        self.header = header
        self.secret = secret.encode()

    def __call__(self, view):
        @functools.wraps(view)
        def wrapper(*args, **kwargs):
            mac = hmac.new(self.secret, request.get_data(), hashlib.sha256).hexdigest()
            if not hmac.compare_digest(mac, request.headers.get(self.header, "")):
                abort(401)
            return view(*args, **kwargs)

        return wrapper
