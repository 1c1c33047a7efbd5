import hashlib
import hmac
import json

from flask import abort, request


def inbox(secret):
    """Takes forms."""
    kind = request.form["kind"]
    mac = hmac.new(secret, json.dumps(request.form).encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac, request.headers.get("X-Mac", "")):
        abort(401)
    return kind
