import os

import stripe
from flask import Flask, request
from redis import Redis

from accounts import accounts, keys

app = Flask(__name__)

redis = Redis.from_url(os.environ["REDIS_URL"])



@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    customer = event["data"]["object"]["customer"]
    owner = redis.get(f"owner:{customer}")
    if owner is None:
        owner = keys.request(customer)
        redis.set(f"owner:{customer}", owner)
    accounts.note(event["id"], owner)
    return "", 200
