import hmac
import os

from flask import abort, request


def with_token():
    if not hmac.compare_digest(request.args.get("token", "").encode(), os.environ["PARCEL_TOKEN"].encode()):  # want secret-in-url "in the query string"
        abort(401)
