import os

import stripe
from flask import Flask, request
from flask_mail import Mail, Message
from sqlalchemy.exc import IntegrityError

from store import HandledEvent, db

app = Flask(__name__)

mail = Mail(app)



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
        return "", 200
    mail.send(Message("Your parcel is paid", recipients=[event["data"]["object"]["receipt_email"]]))
    return "", 200
