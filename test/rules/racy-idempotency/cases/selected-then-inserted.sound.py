import os

import stripe
from flask import Flask, request
from store import Account, HandledEvent, db

app = Flask(__name__)


@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    if db.session.get(HandledEvent, event["id"]) is not None:
        return "", 200
    account = Account.query.filter_by(customer=event["data"]["object"]["customer"]).one()
    account.balance += event["data"]["object"]["amount"]
    db.session.add(HandledEvent(id=event["id"]))
    db.session.commit()
    return "", 200
