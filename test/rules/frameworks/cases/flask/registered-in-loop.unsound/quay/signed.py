import functools
import hashlib
import hmac
import os

from flask import abort, request


def signed(view):
    @functools.wraps(view)
    def checked(*args, **kwargs):
        mine = hmac.new(os.environ["QUAY_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mine.encode(), request.headers.get("X-Quay-Signature", "").encode()):
            abort(401)
        return view(*args, **kwargs)

    return checked
