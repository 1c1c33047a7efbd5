import os

import stripe
from flask import Flask, redirect, request

app = Flask(__name__)


def leave(back="/", **_):
    return redirect(back)  # want open-redirect "decides where"


@app.post("/hooks/portal")
def incoming():
    try:
        event = stripe.Webhook.construct_event(
            request.get_data(), request.headers.get("Stripe-Signature"), os.environ["STRIPE_WEBHOOK_SECRET"]
        )
    except (ValueError, stripe.error.SignatureVerificationError):
        return "bad signature", 400
    return leave(**event["data"]["object"]["metadata"])
