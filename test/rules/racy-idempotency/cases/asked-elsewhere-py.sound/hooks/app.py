import os

import stripe
from flask import Flask, request

from accounts import accounts
from hooks.memory import is_new, remember

app = Flask(__name__)


@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    if not is_new(event["id"]):
        return "", 200
    accounts.increment(event["data"]["object"]["customer"], by=10)
    remember(event["id"])
    return "", 200
