import os

import stripe
from flask import Flask, request
from accounts import accounts

app = Flask(__name__)

prices = {"charge.succeeded": 10}



@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    credits = prices.get(event["type"], 0)
    accounts.upsert(event["data"]["object"]["id"], credits=credits)
    return "", 200
