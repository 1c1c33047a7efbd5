import hashlib
import hmac
import os

from flask import Flask, abort, request

from store import payouts

app = Flask(__name__)


@app.post("/inbox/payouts")
def receive():
    expected = hmac.new(os.environ["PAYOUT_SECRET"].encode(), request.get_data(), hashlib.sha512).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Paystack-Signature", "")):
        abort(401)
    payouts.insert_one(request.get_json())
    return "", 204
