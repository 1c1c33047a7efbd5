import base64
import hashlib
import hmac

from flask import abort, current_app


def assert_genuine(req):
    key = current_app.config["SHIPMENT_KEY"].encode()
    given = req.headers.get("X-Shipment-Hmac")
    if given is None:
        abort(401)
    expected = base64.b64encode(hmac.new(key, req.get_data(), hashlib.sha256).digest()).decode()
    if not hmac.compare_digest(given, expected):
        abort(401)
