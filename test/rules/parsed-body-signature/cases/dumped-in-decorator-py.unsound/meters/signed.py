import functools
import hashlib
import hmac
import os
from json import dumps

from flask import abort, request


def signed(view):
    @functools.wraps(view)
    def wrapper(*args, **kwargs):
        mac = hmac.new(os.environ["METER_SECRET"].encode(), digestmod=hashlib.sha256)
        mac.update(dumps(request.json, sort_keys=True).encode())  # want parsed-body-signature "serialised again"
        if not hmac.compare_digest(mac.hexdigest(), request.headers.get("X-Meter-Signature", "")):
            abort(401)
        return view(*args, **kwargs)

    return wrapper
