import hashlib
import hmac

from flask import abort, current_app, request


class Gatekeeper:
    def __init__(self, app=None):
        if app is not None:
            self.init_app(app)

    def init_app(self, app):
        app.extensions["gatekeeper"] = self
        app.before_request(self._only_signed)

    def _only_signed(self):
        key = current_app.config["QUARRY_SECRET"].encode()
        mac = hmac.new(key, request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mac, request.headers.get("X-Quarry-Signature", "")):
            abort(401)


gatekeeper = Gatekeeper()
