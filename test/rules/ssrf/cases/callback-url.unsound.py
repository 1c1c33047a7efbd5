import os

import stripe
from flask import Flask, request
import requests

app = Flask(__name__)


@app.post("/hooks/orders")
def incoming():
    try:
        event = stripe.Webhook.construct_event(
            request.get_data(), request.headers.get("Stripe-Signature"), os.environ["STRIPE_WEBHOOK_SECRET"]
        )
    except (ValueError, stripe.error.SignatureVerificationError):
        return "bad signature", 400
    order = event["data"]["object"]
    requests.post(order["metadata"]["callback_url"], json={"paid": True}, timeout=5)  # want ssrf "decides which host"
    return "", 204
