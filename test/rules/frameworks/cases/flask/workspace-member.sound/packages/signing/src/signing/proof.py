import functools
import hashlib
import hmac
import os

from flask import abort, request


def signed_by(setting):
    def decorate(view):
        @functools.wraps(view)
        def checked(*args, **kwargs):
            key = os.environ[setting].encode()
            mine = hmac.new(key, request.get_data(), hashlib.sha256).hexdigest()
            if not hmac.compare_digest(mine.encode(), request.headers.get("X-Yard-Signature", "").encode()):
                abort(401)
            return view(*args, **kwargs)

        return checked

    return decorate
