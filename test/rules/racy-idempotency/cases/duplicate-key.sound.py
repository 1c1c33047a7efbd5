import os

import stripe
from flask import Flask, request
from pymongo.errors import DuplicateKeyError

from accounts import accounts
from store import handled

app = Flask(__name__)


@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    try:
        handled.insert_one({"_id": event["id"]})
    except DuplicateKeyError:
        return "", 200
    accounts.increment(event["data"]["object"]["customer"], by=10)
    return "", 200
