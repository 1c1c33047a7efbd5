import os

import stripe
from flask import Flask, request
from shelves import shelves

app = Flask(__name__)


@app.post("/inbox/parcels")  # want missing-idempotency "`stripe.Refund.create` moves money once more"
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    if shelves.find_one({"charge": event["data"]["object"]["id"]}) is None:
        return "", 404
    stripe.Refund.create(charge=event["data"]["object"]["id"], amount=500)
    return "", 200
