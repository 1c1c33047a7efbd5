import hashlib
import hmac

from flask import Flask, abort, request

from mine import carts


class Tower:
    def __init__(self, app, secret):
        self._secret = secret
        app.route("/hooks/carts", methods=["POST"])(self.cart)  # want missing-signature-verification "no signature check"

    def _verify(self):
        mac = hmac.new(self._secret, request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mac, request.headers.get("X-Mine-Signature", "")):
            abort(401)

    def cart(self):
        carts.insert_one({"ore": request.get_json()["ore"]})
        return "", 204


def create_app(secret):
    app = Flask(__name__)
    Tower(app, secret)
    return app
