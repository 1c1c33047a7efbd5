import os

import stripe
from flask import Flask, request
from sqlalchemy.dialects.postgresql import insert

from store import Account, HandledEvent, db

app = Flask(__name__)


@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    taken = db.session.execute(insert(HandledEvent).values(id=event["id"]).on_conflict_do_nothing())
    if taken.rowcount == 0:
        return "", 200
    account = Account.query.filter_by(customer=event["data"]["object"]["customer"]).one()
    account.balance += event["data"]["object"]["amount"]
    db.session.commit()
    return "", 200
