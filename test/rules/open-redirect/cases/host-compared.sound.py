import os

import stripe
from flask import Flask, request
from urllib.parse import urlsplit

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
    if urlsplit(back).netloc == request.host:
        return redirect(back)
    return "", 204
