import os

import stripe
from flask import Flask, request
from mail import send_email
from store import Shelf, db

app = Flask(__name__)


@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    shelf = Shelf.query.filter_by(charge=event["data"]["object"]["id"]).first()
    if shelf is None or shelf.state == "paid":
        return "", 200
    shelf.state = "paid"
    db.session.commit()
    send_email(shelf.owner, "Paid")
    return "", 200
