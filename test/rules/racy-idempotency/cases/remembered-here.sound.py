import os

import stripe
from flask import Flask, request
from accounts import accounts

app = Flask(__name__)


@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    seen = set()
    for line in event["data"]["object"]["lines"]:
        if line["id"] in seen:
            continue
        seen.add(line["id"])
        accounts.upsert(line["id"], owner=line["owner"])
    return "", 200
