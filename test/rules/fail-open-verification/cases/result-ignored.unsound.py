import hashlib
import hmac
import json
import os

from flask import Flask, request

from ledger import ledger

app = Flask(__name__)


def is_genuine(raw, header):
    mine = hmac.new(os.environ["PAYOUT_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine, header)


@app.post("/hooks/payouts")
def payout():
    raw = request.get_data()
    is_genuine(raw, request.headers.get("X-Payout-Signature", ""))  # want fail-open-verification "result is ignored"

    event = json.loads(raw)
    ledger.insert_one({"account": event["account"], "cents": event["amount"]})
    return "", 200
