import hmac
from hashlib import sha256

from flask import current_app, request
from werkzeug.exceptions import Unauthorized


def require_delivery_signature():
    """Raises unless the current request carries a signature over its exact bytes."""
    secret = current_app.config.get("RETURNS_SECRET")
    if not secret:
        raise RuntimeError("RETURNS_SECRET is not set")

    received = request.headers.get("X-Returns-Signature", "")
    expected = hmac.new(secret.encode(), request.get_data(cache=True), sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), received.encode()):
        raise Unauthorized("signature does not match")
