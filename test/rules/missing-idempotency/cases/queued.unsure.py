import os

import stripe
from flask import Flask, request
from rq import Queue

from store import redis

app = Flask(__name__)
parcels = Queue(connection=redis)


@app.post("/inbox/parcels")  # want-note missing-idempotency "Cannot tell whether what `parcels.enqueue` queues is done once"
def parcel():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    parcels.enqueue("jobs.settle", event["data"]["object"]["id"])
    return "", 200
