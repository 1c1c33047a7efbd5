import json
import os

import stripe
from flask import Flask, request

from plans import cancel_plan

app = Flask(__name__)


@app.route("/stripe/incoming", methods=["POST"])
def stripe_incoming():
    payload = request.data
    event = json.loads(payload)

    try:
        event = stripe.Webhook.construct_event(
            payload, request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
        )
    except stripe.error.SignatureVerificationError:  # want fail-open-verification "goes on"
        app.logger.exception("signature check failed")

    if event["type"] == "customer.subscription.deleted":
        cancel_plan(event["data"]["object"]["id"])
    return "", 200
