import os

import stripe
from flask import Flask, request
from mail import send_email
from store import HandledEvent, db

app = Flask(__name__)


@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    if db.session.get(HandledEvent, event["id"]) is not None:  # want racy-idempotency "`db.session.get` asks, `send_email` works, and only then `db.session.add` notes"
        return "", 200
    send_email(event["data"]["object"]["receipt_email"], "Your parcel is paid")
    db.session.add(HandledEvent(id=event["id"]))
    db.session.commit()
    return "", 200
