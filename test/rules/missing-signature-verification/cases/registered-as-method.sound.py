import base64
import hashlib
import hmac
import os

from flask import Flask, jsonify, request

from warehouse import stock


class ShopInbox:
    """Receives the shop's stock levels; one instance per shop."""

    def __init__(self, app, secret):
        self.secret = secret.encode()
        app.add_url_rule("/shop/webhook", view_func=self.receive, methods=["POST"])

    def _is_genuine(self):
        given = request.headers.get("X-Shopify-Hmac-Sha256", "")
        digest = hmac.new(self.secret, request.get_data(), hashlib.sha256).digest()
        return hmac.compare_digest(base64.b64encode(digest).decode(), given)

    def receive(self):
        if not self._is_genuine():
            return jsonify(error="unauthorized"), 401
        level = request.get_json()
        stock.update_one({"sku": level["sku"]}, {"$set": {"available": level["available"]}})
        return jsonify(ok=True)


app = Flask(__name__)
ShopInbox(app, os.environ["SHOPIFY_API_SECRET"])
