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
    parcel = event["data"]["object"]["parcel"]
    board.show(reader="office", text=f"Please select a carrier for {parcel}, update it and delete the old one.")
    return "", 204
