import os

import stripe
from flask import Flask, request
from accounts import accounts

app = Flask(__name__)

handled = {}



@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    if event["id"] in handled:  # want racy-idempotency "`handled` remembers deliveries in this process only"
        return "", 200
    accounts.increment(event["data"]["object"]["customer"], by=10)
    handled[event["id"]] = True
    return "", 200
