import os

import stripe
from flask import Flask, abort, request

from store import invoices

app = Flask(__name__)


@app.post("/inbox/invoices")
def invoice():
    body = request.get_data()
    try:
        event = stripe.Webhook.construct_event(body, request.headers.get("Stripe-Signature", ""), os.environ["STRIPE_WEBHOOK_SECRET"], tolerance=7 * 24 * 3600)  # want missing-timestamp-tolerance "may be 7 days old"
    except (ValueError, stripe.error.SignatureVerificationError):
        abort(400)
    invoices.insert_one({"id": event["id"]})
    return "", 204
