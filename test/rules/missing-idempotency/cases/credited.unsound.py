import os

import stripe
from flask import Flask, request
from accounts import accounts

app = Flask(__name__)


@app.post("/inbox/parcels")  # want missing-idempotency "`accounts.increment` counts once more"
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    accounts.increment(event["data"]["object"]["customer"], by=10)
    return "", 200
