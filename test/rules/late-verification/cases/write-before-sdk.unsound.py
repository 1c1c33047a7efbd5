import json
import os

import stripe
from flask import Flask, request

from models import Delivery, Invoice, db

app = Flask(__name__)


@app.route("/stripe/incoming", methods=["POST"])
def stripe_incoming():
    payload = request.get_data(as_text=True)
    unchecked = json.loads(payload)
    db.session.add(Delivery(id=unchecked["id"], kind=unchecked["type"]))  # want late-verification "before the signature"
    db.session.commit()

    try:
        event = stripe.Webhook.construct_event(
            payload, request.headers.get("Stripe-Signature"), os.environ["STRIPE_WEBHOOK_SECRET"]
        )
    except (ValueError, stripe.error.SignatureVerificationError):
        return "bad signature", 400

    if event["type"] == "invoice.paid":
        Invoice.query.filter_by(stripe_id=event["data"]["object"]["id"]).update({"paid": True})
        db.session.commit()
    return "", 200
