import json
import os

import stripe
from flask import Flask, request

from orders import mark_paid

app = Flask(__name__)


@app.route("/stripe/incoming", methods=["POST"])
def stripe_incoming():
    try:
        event = stripe.Webhook.construct_event(json.dumps(request.json), request.headers.get("Stripe-Signature"), os.environ["STRIPE_WEBHOOK_SECRET"])  # want parsed-body-signature "serialised again"
    except (ValueError, stripe.error.SignatureVerificationError):
        return "bad signature", 400

    if event["type"] == "checkout.session.completed":
        mark_paid(event["data"]["object"]["id"])
    return "", 200
