import hashlib
import hmac
import os
from functools import wraps

from flask import abort, request


def authentic(view):
    @wraps(view)
    def checked(*args, **kwargs):
        expected = "sha256=" + hmac.new(os.environ["RELEASE_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(expected, request.headers.get("X-Hub-Signature-256", "")):
            abort(401)
        return view(*args, **kwargs)

    return checked
