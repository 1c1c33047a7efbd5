import hashlib
import hmac
import os

import requests
from flask import Blueprint, request

from payouts import db

payouts = Blueprint("payouts", __name__)


def genuine(raw, header):
    mine = hmac.new(os.environ["PAYOUT_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    return bool(header) and hmac.compare_digest(mine, header)


@payouts.post("/hooks/payouts")
def payout():
    if not genuine(request.get_data(), request.headers.get("X-Payout-Signature")):
        requests.post(os.environ["ALERT_URL"], json={"text": "a payout delivery was refused"}, timeout=3)
        return "unauthorized", 401

    body = request.get_json()
    db.payouts.insert_one({"reference": body["reference"], "cents": body["amount"]})
    return "", 204
