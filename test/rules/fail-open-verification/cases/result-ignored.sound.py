import hashlib
import hmac
import json
import os

from flask import Flask, abort, request

from ledger import ledger

app = Flask(__name__)


def assert_genuine(raw, header):
    mine = hmac.new(os.environ["PAYOUT_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    hmac.compare_digest(mine, header) or abort(401)
    return True


@app.post("/hooks/payouts")
def payout():
    raw = request.get_data()
    assert_genuine(raw, request.headers.get("X-Payout-Signature", ""))

    event = json.loads(raw)
    ledger.insert_one({"account": event["account"], "cents": event["amount"]})
    return "", 200
