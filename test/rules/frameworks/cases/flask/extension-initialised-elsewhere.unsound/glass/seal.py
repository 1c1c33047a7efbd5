import hashlib
import hmac

from flask import request


class Seal:
    def __init__(self):
        self.key = None

    def init_app(self, app):
        self.key = app.config["GLASS_SECRET"].encode()

    def holds(self):
        mac = hmac.new(self.key, request.get_data(), hashlib.sha256).hexdigest()
        return hmac.compare_digest(mac, request.headers.get("X-Glass-Signature", ""))
