import hashlib
import hmac
import json
import os

import requests
from flask import Flask, abort, request

from subscriptions import db

app = Flask(__name__)


@app.post("/hooks/prices")
def price():
    mine = hmac.new(os.environ["PRICE_SECRET"].encode(), request.data, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine, request.headers.get("X-Price-Signature", "")):
        abort(401)

    change = request.get_json()
    forwarded = json.dumps({"sku": change["sku"], "cents": change["cents"]}).encode()
    for subscription in db.subscriptions.find({"sku": change["sku"]}):
        signature = hmac.new(subscription["secret"].encode(), forwarded, hashlib.sha256).hexdigest()
        requests.post(subscription["url"], data=forwarded, headers={"X-Price-Signature": signature}, timeout=5)
    return "", 202
