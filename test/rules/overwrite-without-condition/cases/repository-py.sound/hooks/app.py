import os

import stripe
from flask import Flask, request

from hooks.owners import Owners

app = Flask(__name__)
owners = Owners()


@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    owners.keep(event["data"]["object"]["customer"], event["data"]["object"]["email"])
    return "", 200
