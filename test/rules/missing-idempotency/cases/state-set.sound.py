import os

import stripe
from flask import Flask, request
from store import connection, shelves

app = Flask(__name__)


@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    with connection() as db:
        db.execute("UPDATE shelves SET state = 'paid' WHERE charge = %s", (event["data"]["object"]["id"],))
        db.commit()
    shelves.update_one({"charge": event["data"]["object"]["id"]}, {"$set": {"state": "paid", "at": event["created"]}}, upsert=True)
    shelves.delete_one({"draft": event["data"]["object"]["id"]})
    return "", 200
