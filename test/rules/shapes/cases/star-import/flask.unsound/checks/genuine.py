import hashlib
import hmac
import os

from flask import abort, request


def ensure_genuine():
    if "X-Parcel-Signature" not in request.headers:  # want fail-open-verification "header is missing"
        return
    expected = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), request.headers["X-Parcel-Signature"].encode()):
        abort(401)
