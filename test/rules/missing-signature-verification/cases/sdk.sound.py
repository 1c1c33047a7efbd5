import os

import stripe
from flask import Flask, jsonify, request

from orders import mark_paid

app = Flask(__name__)
stripe.api_key = os.environ["STRIPE_API_KEY"]
endpoint_secret = os.environ["STRIPE_WEBHOOK_SECRET"]


@app.route("/stripe/incoming", methods=["POST"])
def stripe_incoming():
    payload = request.data
    signature = request.headers.get("Stripe-Signature")

    try:
        event = stripe.Webhook.construct_event(payload, signature, endpoint_secret)
    except ValueError:
        return jsonify(error="not JSON"), 400
    except stripe.error.SignatureVerificationError:
        return jsonify(error="bad signature"), 400

    if event["type"] == "checkout.session.completed":
        mark_paid(event["data"]["object"]["id"])
    return jsonify(received=True)
