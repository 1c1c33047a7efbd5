import hashlib
import hmac
import json

from flask import abort, current_app, g, request


def load():
    body = request.get_data()
    mac = hmac.new(current_app.config["LOFT_KEY"].encode(), body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac, request.headers.get("X-Loft-Signature", "")):
        abort(401)
    g.delivery = json.loads(body)
