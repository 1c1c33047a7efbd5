import base64
import hashlib
import hmac
import os

from flask import Flask, abort, request

from stock import stock

app = Flask(__name__)
SECRET = os.environ.get("STOCK_SECRET", "")
if not SECRET:
    raise RuntimeError("STOCK_SECRET is not set")


@app.post("/hooks/stock")
def level():
    digest = hmac.new(SECRET.encode(), request.get_data(), hashlib.sha256).digest()
    if not hmac.compare_digest(base64.b64encode(digest).decode(), request.headers.get("X-Stock-Hmac", "")):
        abort(401)

    body = request.get_json()
    stock.update_one({"sku": body["sku"]}, {"$set": {"available": body["available"]}})
    return "", 204
