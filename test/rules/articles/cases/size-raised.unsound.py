import os

import stripe
from flask import Flask, request

from payments import settle

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 500 * 1024 * 1024  # want unbounded-payload "bodies of 500 MB"


@app.route("/webhook/stripe", methods=["POST"])
def billing_event():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers.get("Stripe-Signature", ""), os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    settle(event["data"]["object"])
    return "", 200
