import base64
import hashlib
import hmac

from flask import Flask, current_app, jsonify, request
from flask.views import MethodView

from shop import store

app = Flask(__name__)
app.config.from_envvar("SHOP_SETTINGS")


class OrdersHook(MethodView):
    def post(self):
        order = request.get_json()
        for line in order["line_items"]:
            store.lines.insert_one({"order": order["id"], "sku": line["sku"], "count": line["quantity"]})  # want late-verification "before the signature"

        if not self.is_genuine():
            return jsonify(error="unauthorized"), 401
        return jsonify(ok=True)

    def is_genuine(self):
        secret = current_app.config["SHOPIFY_API_SECRET"].encode()
        digest = base64.b64encode(hmac.new(secret, request.get_data(), hashlib.sha256).digest())
        return hmac.compare_digest(digest, request.headers.get("X-Shopify-Hmac-Sha256", "").encode())


app.add_url_rule("/shop/orders-hook", view_func=OrdersHook.as_view("orders_hook"))
