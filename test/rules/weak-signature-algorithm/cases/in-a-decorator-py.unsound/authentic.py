import hashlib
import hmac
import os
from functools import wraps

from flask import abort, request


def authentic(view):
    @wraps(view)
    def checked(*args, **kwargs):
        expected = "sha1=" + hmac.new(os.environ["RELEASE_SECRET"].encode(), request.get_data(), hashlib.sha1).hexdigest()
        if not hmac.compare_digest(expected, request.headers.get("X-Hub-Signature", "")):  # want weak-signature-algorithm "GitHub's SHA-1 signature"
            abort(401)
        return view(*args, **kwargs)

    return checked
