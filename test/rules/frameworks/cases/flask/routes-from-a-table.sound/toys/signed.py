import hashlib
import hmac
import os
from functools import wraps

from flask import abort, request


def signed(view):
    @wraps(view)
    def inner(*args, **kwargs):
        mac = hmac.new(os.environ["TOY_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mac, request.headers.get("X-Toy-Signature", "")):
            abort(401)
        return view(*args, **kwargs)

    return inner
