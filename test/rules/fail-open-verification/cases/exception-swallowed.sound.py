import os

import stripe
from flask import Flask, request

from plans import cancel_plan

app = Flask(__name__)


@app.route("/stripe/incoming", methods=["POST"])
def stripe_incoming():
    event = None
    try:
        event = stripe.Webhook.construct_event(
            request.data, request.headers.get("Stripe-Signature"), os.environ["STRIPE_WEBHOOK_SECRET"]
        )
    except (ValueError, stripe.error.SignatureVerificationError):
        app.logger.exception("signature check failed")
    if event is None:
        return "bad signature", 400

    if event["type"] == "customer.subscription.deleted":
        cancel_plan(event["data"]["object"]["id"])
    return "", 200
