import os

import stripe
from flask import Flask, request
from flask import redirect

app = Flask(__name__)


@app.post("/hooks/checkout")
def incoming():
    try:
        event = stripe.Webhook.construct_event(
            request.get_data(), request.headers.get("Stripe-Signature"), os.environ["STRIPE_WEBHOOK_SECRET"]
        )
    except (ValueError, stripe.error.SignatureVerificationError):
        return "bad signature", 400
    session = event["data"]["object"]
    if "back" in session["metadata"]:
        return redirect(session["metadata"]["back"], code=303)  # want open-redirect "decides where"
    return "", 204
