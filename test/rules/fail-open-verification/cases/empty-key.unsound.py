import base64
import hashlib
import hmac
import os

from flask import Flask, abort, request

from stock import stock

app = Flask(__name__)


@app.post("/hooks/stock")
def level():
    digest = hmac.new(os.environ.get("STOCK_SECRET", "").encode(), request.get_data(), hashlib.sha256).digest()  # want fail-open-verification "empty key"
    if not hmac.compare_digest(base64.b64encode(digest).decode(), request.headers.get("X-Stock-Hmac", "")):
        abort(401)

    body = request.get_json()
    stock.update_one({"sku": body["sku"]}, {"$set": {"available": body["available"]}})
    return "", 204
