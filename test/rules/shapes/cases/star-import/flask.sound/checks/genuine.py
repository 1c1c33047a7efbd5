import hashlib
import hmac
import os

from flask import abort, request


def ensure_genuine():
    expected = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)
