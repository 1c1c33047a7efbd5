import hashlib
import hmac
import json

from flask import abort, request


def inbox(secret):
    """Takes forms."""
    raw_body = request.get_data()
    kind = request.form["kind"]
    mac = hmac.new(secret, raw_body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac, request.headers.get("X-Mac", "")):
        abort(401)
    return kind
