import hashlib
import hmac
import json

from flask import current_app, g, request


def load():
    body = request.get_data()
    mac = hmac.new(current_app.config["LOFT_KEY"].encode(), body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac, request.headers.get("X-Loft-Signature", "")):  # want fail-open-verification "does not stop the handler"
        current_app.logger.warning("unsigned")
    g.delivery = json.loads(body)
