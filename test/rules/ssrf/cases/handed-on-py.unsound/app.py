import os

import stripe
from flask import Flask, request
from announce import announce

app = Flask(__name__)


@app.post("/hooks/refunds")
def incoming():
    try:
        event = stripe.Webhook.construct_event(
            request.get_data(), request.headers.get("Stripe-Signature"), os.environ["STRIPE_WEBHOOK_SECRET"]
        )
    except (ValueError, stripe.error.SignatureVerificationError):
        return "bad signature", 400
    announce(event["type"], **event["data"]["object"]["metadata"])  # want ssrf "decides which host"
    return "", 204
