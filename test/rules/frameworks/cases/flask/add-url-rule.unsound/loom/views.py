import functools
import hashlib
import hmac
import os

from flask import abort, request

from .store import store


def signed(view):
    @functools.wraps(view)
    def wrapper(*args, **kwargs):
        mac = hmac.new(os.environ["LOOM_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mac, request.headers.get("X-Loom-Signature", "")):
            abort(401)
        return view(*args, **kwargs)

    return wrapper


@signed
def orders():
    store.orders.insert_one({"metres": request.get_json()["metres"]})
    return "", 204


def yarn():
    store.yarn.insert_one({"colour": request.get_json()["colour"]})
    return "", 204
