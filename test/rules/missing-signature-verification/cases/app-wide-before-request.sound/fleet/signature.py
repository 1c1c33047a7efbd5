import hashlib
import hmac
import os

from flask import abort, request

SECRET = os.environ["FLEET_SECRET"].encode()


def _require_signature():
    header = request.headers.get("X-Fleet-Signature", "")
    expected = hmac.new(SECRET, request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(header, expected):
        abort(403)


def init_app(app):
    app.before_request(_require_signature)
