import os

import stripe
from flask import Flask, request
from shelves import shelves

app = Flask(__name__)


@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    changed = shelves.update_one(
        {"owner": event["data"]["object"]["customer"], "state": "open"}, {"$inc": {"parcels": 1}, "$set": {"state": "closed"}}
    )
    if changed.modified_count == 0:
        return "", 200
    return "", 200
