import os

import stripe
from flask import Flask, abort, request

from store import invoices

app = Flask(__name__)


@app.post("/inbox/invoices")
def invoice():
    body = request.get_data()
    try:
        stripe.WebhookSignature.verify_header(body, request.headers.get("Stripe-Signature", ""), os.environ["STRIPE_WEBHOOK_SECRET"])  # want missing-timestamp-tolerance "only when it is given a tolerance"
    except (ValueError, stripe.error.SignatureVerificationError):
        abort(400)
    invoices.insert_one(request.get_json())
    return "", 204
