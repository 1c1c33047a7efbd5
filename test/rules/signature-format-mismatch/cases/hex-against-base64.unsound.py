import hashlib
import hmac
import os

from flask import Flask, abort, request

from store import orders

app = Flask(__name__)


@app.post("/inbox/orders")
def receive():
    expected = hmac.new(os.environ["SHOP_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Shopify-Hmac-Sha256", "")):  # want signature-format-mismatch "carries base64"
        abort(401)
    orders.insert_one(request.get_json())
    return "", 204
