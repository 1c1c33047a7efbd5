import os

import stripe
from flask import Flask, request
from sqlalchemy.exc import IntegrityError

from mail import send_email
from store import HandledEvent, db

app = Flask(__name__)


@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    try:
        db.session.add(HandledEvent(id=event["id"]))
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
    else:
        send_email(event["data"]["object"]["receipt_email"], "Your parcel is paid")
    return "", 200
