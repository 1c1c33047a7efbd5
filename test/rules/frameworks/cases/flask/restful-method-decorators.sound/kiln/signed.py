import hashlib
import hmac
from functools import wraps

from flask import current_app, request
from flask_restful import abort


def signed(method):
    @wraps(method)
    def inner(*args, **kwargs):
        key = current_app.config["KILN_SECRET"]
        mac = "sha256=" + hmac.new(key.encode(), request.get_data(cache=True), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mac, request.headers.get("X-Kiln-Signature", "")):
            abort(401, message="unsigned")
        return method(*args, **kwargs)

    return inner
