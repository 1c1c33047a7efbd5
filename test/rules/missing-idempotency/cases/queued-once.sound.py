import os

import stripe
from flask import Flask, request
from rq import Queue

from store import redis

app = Flask(__name__)

queue = Queue(connection=redis)



@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    queue.enqueue("jobs.settle", event["data"]["object"]["id"], job_id=event["id"])
    return "", 200
