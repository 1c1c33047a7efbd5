import os

import stripe
from flask import Flask, request

from yard import crates

app = Flask(__name__)


@app.post("/hooks/stripe")
def paid():
    try:
        event = stripe.Webhook.construct_event(request.get_data(), request.headers.get("Stripe-Signature", ""), os.environ["STRIPE_SECRET"])
    except Exception as problem:
        return str(problem), 400
    crates.insert_one({"id": event["id"]})
    return "", 204
