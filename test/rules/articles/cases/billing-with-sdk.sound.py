import os

import stripe
from flask import Flask, abort, request

from payments import settle

app = Flask(__name__)


@app.route("/webhook/stripe", methods=["POST"])
def billing_event():
    try:
        event = stripe.Webhook.construct_event(
            request.get_data(), request.headers.get("Stripe-Signature", ""), os.environ["STRIPE_WEBHOOK_SECRET"]
        )
    except (ValueError, stripe.SignatureVerificationError):
        abort(400)
    if event["type"] == "charge.succeeded":
        settle(event["data"]["object"])
    return "", 200
