import hmac
import os

from flask import abort, request


def with_token():
    if not hmac.compare_digest(request.headers.get("X-Parcel-Token", "").encode(), os.environ["PARCEL_TOKEN"].encode()):
        abort(401)
