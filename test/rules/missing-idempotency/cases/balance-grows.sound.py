import os

import stripe
from flask import Flask, request
from store import Payment, db

app = Flask(__name__)


@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    payment = Payment.query.filter_by(charge=event["data"]["object"]["id"]).with_for_update().first()
    if payment is None or payment.state == "paid":
        return "", 200
    payment.state = "paid"
    payment.account.balance += event["data"]["object"]["amount"]
    db.session.commit()
    return "", 200
