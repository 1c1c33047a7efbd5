import hashlib
import hmac
import os

from flask import Flask, abort, request

from store import subscriptions

app = Flask(__name__)


@app.post("/inbox/subscriptions")
def receive():
    expected = hashlib.sha256(os.environ["RECHARGE_SECRET"].encode() + request.get_data()).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Recharge-Hmac-Sha256", "")):
        abort(401)
    subscriptions.insert_one(request.get_json())
    return "", 204
