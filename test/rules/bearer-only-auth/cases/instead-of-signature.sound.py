import os

import stripe
from flask import Flask, abort, request

from orders import add_order

app = Flask(__name__)


@app.post("/webhooks/stripe")
def stripe_event():
    try:
        event = stripe.Webhook.construct_event(request.get_data(), request.headers.get("Stripe-Signature", ""), os.environ["STRIPE_WEBHOOK_SECRET"])
    except (ValueError, stripe.SignatureVerificationError):
        abort(400)

    if event["type"] == "charge.succeeded":
        add_order(event["data"]["object"]["id"])
    return "", 200
