import hashlib
import hmac
import json
import logging
import os

from flask import Flask, request

from ledger import ledger

app = Flask(__name__)
log = logging.getLogger("payouts")


@app.route("/hooks/payouts", methods=["POST"])  # want missing-signature-verification "no signature"
def payout():
    raw = request.get_data()
    expected = hmac.new(os.environ["PAYOUT_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    log.debug("payout received, digest of %d characters", len(expected))

    event = json.loads(raw)
    ledger.insert_one({"account": event["account"], "cents": event["amount"]})
    return "", 200
