import os

import stripe
from flask import Flask, request
from store import Account, db

app = Flask(__name__)


@app.post("/inbox/parcels")  # want missing-idempotency "`account.balance` counts once more"
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    account = Account.query.filter_by(customer=event["data"]["object"]["customer"]).first()
    if account is None:
        return "", 404
    account.balance += event["data"]["object"]["amount"]
    db.session.commit()
    return "", 200
