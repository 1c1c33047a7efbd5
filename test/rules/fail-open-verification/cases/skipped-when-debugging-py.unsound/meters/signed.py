import functools
import hashlib
import hmac
import os

from flask import abort, current_app, request


def signed(view):
    @functools.wraps(view)
    def wrapper(*args, **kwargs):
        if current_app.debug:  # want fail-open-verification "skipped when"
            return view(*args, **kwargs)
        mine = hmac.new(os.environ["METER_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mine, request.headers.get("X-Meter-Signature", "")):
            abort(401)
        return view(*args, **kwargs)

    return wrapper
