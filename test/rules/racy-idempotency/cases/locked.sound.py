import os

import stripe
from flask import Flask, request
from sqlalchemy import text

from mail import send_email
from store import HandledEvent, db

app = Flask(__name__)


@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    db.session.execute(text("SELECT pg_advisory_xact_lock(hashtext(:id))"), {"id": event["id"]})
    if db.session.get(HandledEvent, event["id"]) is not None:
        return "", 200
    send_email(event["data"]["object"]["receipt_email"], "Your parcel is paid")
    db.session.add(HandledEvent(id=event["id"]))
    db.session.commit()
    return "", 200
