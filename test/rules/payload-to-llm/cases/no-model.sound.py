import os

import stripe
from flask import Flask, request
from board import board

app = Flask(__name__)


@app.post("/hooks/notes")
def incoming():
    try:
        event = stripe.Webhook.construct_event(
            request.get_data(), request.headers.get("Stripe-Signature"), os.environ["STRIPE_WEBHOOK_SECRET"]
        )
    except (ValueError, stripe.error.SignatureVerificationError):
        return "bad signature", 400
    board.show(messages=[{"role": "user", "content": event["data"]["object"]["note"]}])
    return "", 204
