import os

import stripe
from flask import Flask, request
from shelves import shelves

app = Flask(__name__)


@app.post("/inbox/parcels")  # want missing-idempotency "`shelves.update_one` counts once more"
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    shelves.update_one({"owner": event["data"]["object"]["customer"]}, {"$inc": {"parcels": 1}})
    return "", 200
