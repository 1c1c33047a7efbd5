import stripe
from flask import Flask, request

from orders import mark_refunded

app = Flask(__name__)


@app.route("/stripe/incoming", methods=["POST"])
def stripe_incoming():
    try:
        event = stripe.Webhook.construct_event(
            request.data,
            request.headers.get("Stripe-Signature"),
            "whsec_k3vT9qLm2ZcX8bNn4rYw6uHs1dFgJp0A",  # want hardcoded-secret "in the source"
        )
    except (ValueError, stripe.error.SignatureVerificationError):
        return "bad signature", 400
    if event["type"] == "charge.refunded":
        mark_refunded(event["data"]["object"]["id"])
    return "", 200
