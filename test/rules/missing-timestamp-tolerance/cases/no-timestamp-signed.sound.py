import base64
import hashlib
import hmac
import os

from flask import Flask, abort, request

from store import orders

app = Flask(__name__)


@app.post("/inbox/orders")
def receive():
    expected = base64.b64encode(hmac.new(os.environ["SHOP_SECRET"].encode(), request.get_data(), hashlib.sha256).digest())
    if not hmac.compare_digest(expected, request.headers.get("X-Shopify-Hmac-Sha256", "").encode()):
        abort(401)
    orders.insert_one(request.get_json())
    return "", 204
