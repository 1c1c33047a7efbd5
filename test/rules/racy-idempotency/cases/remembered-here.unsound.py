import os

import stripe
from flask import Flask, request
from accounts import accounts

app = Flask(__name__)

seen = set()



@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    if event["id"] in seen:  # want racy-idempotency "`seen` remembers deliveries in this process only"
        return "", 200
    seen.add(event["id"])
    accounts.increment(event["data"]["object"]["customer"], by=10)
    return "", 200
