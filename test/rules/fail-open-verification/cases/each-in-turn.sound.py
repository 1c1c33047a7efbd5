# The secret was renewed: one of the two accepts, or the delivery is refused.
import os

import stripe
from flask import Flask, abort, request

import orders

app = Flask(__name__)
SECRETS = [os.environ["STRIPE_SECRET"], os.environ["STRIPE_SECRET_BEFORE"]]


def event_of(payload, signature):
    for secret in SECRETS:
        try:
            return stripe.Webhook.construct_event(payload, signature, secret)
        except stripe.error.SignatureVerificationError:
            continue
    abort(400)


@app.post("/webhooks/stripe")
def receive():
    event = event_of(request.get_data(), request.headers.get("Stripe-Signature", ""))
    orders.update_one({"id": event["id"]}, {"$set": {"paid": True}}, upsert=True)
    return "", 204
