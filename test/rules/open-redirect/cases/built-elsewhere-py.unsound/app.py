import os

import stripe
from flask import Flask, request
from flask import redirect

from target import target

app = Flask(__name__)


@app.post("/hooks/links")
def incoming():
    try:
        event = stripe.Webhook.construct_event(
            request.get_data(), request.headers.get("Stripe-Signature"), os.environ["STRIPE_WEBHOOK_SECRET"]
        )
    except (ValueError, stripe.error.SignatureVerificationError):
        return "bad signature", 400
    return redirect(target(event["data"]["object"]["metadata"]))  # want open-redirect "decides where"
    return "", 204
