import hashlib
import hmac
import json
import os
import threading

from flask import Flask, request

from inventory import update_level

app = Flask(__name__)


def apply_level(level):
    update_level(level["sku"], level["available"])


@app.post("/hooks/stock")
def stock_level():
    raw = request.get_data()
    threading.Thread(target=apply_level, args=(json.loads(raw),)).start()  # want late-verification "before the signature"

    expected = hmac.new(os.environ["STOCK_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Stock-Hmac", "")):
        return "", 401
    return "", 202
