import os

import stripe
from flask import Flask, request

from payments import settle

# "The default request size limit is small": there is none.
app = Flask(__name__)


@app.route("/webhook/stripe", methods=["POST"])  # want unbounded-payload "`MAX_CONTENT_LENGTH` is not set anywhere"
def billing_event():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers.get("Stripe-Signature", ""), os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    settle(event["data"]["object"])
    return "", 200
