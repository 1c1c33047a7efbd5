import functools
import hashlib
import hmac
import os

from flask import abort, current_app, request


def signed(view):
    @functools.wraps(view)
    def wrapper(*args, **kwargs):
        name = "METER_TEST_SECRET" if current_app.debug else "METER_SECRET"
        mine = hmac.new(os.environ[name].encode(), request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mine, request.headers.get("X-Meter-Signature", "")):
            abort(401)
        return view(*args, **kwargs)

    return wrapper
