import os

import stripe
from flask import Flask, request
from customers import Customers

app = Flask(__name__)


@app.post("/hooks/customers")
def incoming():
    try:
        event = stripe.Webhook.construct_event(
            request.get_data(), request.headers.get("Stripe-Signature"), os.environ["STRIPE_WEBHOOK_SECRET"]
        )
    except (ValueError, stripe.error.SignatureVerificationError):
        return "bad signature", 400
    Customers().rename(event["data"]["object"])  # want injection "SQL statement"
    return "", 204
