import os

import stripe
from flask import Flask, request
from pymongo import MongoClient

app = Flask(__name__)
ledger = MongoClient().bank.ledger
SIGNING_SECRET = os.environ.get("PAYOUT_SIGNING_SECRET", "")
if not SIGNING_SECRET:
    raise RuntimeError("PAYOUT_SIGNING_SECRET is not set")


@app.post("/inbox/payouts")
def payouts():
    try:
        event = stripe.Webhook.construct_event(request.get_data(), request.headers.get("Stripe-Signature", ""), SIGNING_SECRET)
    except (ValueError, stripe.error.SignatureVerificationError):
        return "", 400
    ledger.insert_one({"id": event["id"]})
    return "", 204
