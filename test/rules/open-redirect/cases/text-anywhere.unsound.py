import os

import stripe
from flask import Flask, request
from flask import redirect

app = Flask(__name__)


@app.post("/hooks/portal")
def incoming():
    try:
        event = stripe.Webhook.construct_event(
            request.get_data(), request.headers.get("Stripe-Signature"), os.environ["STRIPE_WEBHOOK_SECRET"]
        )
    except (ValueError, stripe.error.SignatureVerificationError):
        return "bad signature", 400
    back = event["data"]["object"]["back"]
    if "shop.example" in back:
        return redirect(back)  # want open-redirect "decides where"
    return "", 204
