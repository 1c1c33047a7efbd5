import os

import stripe
from flask import Flask, request
from store import connection

app = Flask(__name__)


@app.post("/inbox/parcels")  # want missing-idempotency "`db.execute` counts once more"
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    with connection() as db:
        db.execute("UPDATE shelves SET credits = credits + %s WHERE owner = %s", (event["data"]["object"]["amount"], event["data"]["object"]["customer"]))
        db.commit()
    return "", 200
