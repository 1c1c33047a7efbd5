import hmac
import os

from flask import abort, request


def check_token():
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not hmac.compare_digest(given.encode(), os.environ["SHOP_FORWARD_TOKEN"].encode()):
        abort(401)
