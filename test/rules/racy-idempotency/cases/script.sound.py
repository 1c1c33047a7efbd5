import os

import stripe
from flask import Flask, request
from redis import Redis

from accounts import accounts

app = Flask(__name__)

redis = Redis.from_url(os.environ["REDIS_URL"])



@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    if not redis.eval("return redis.call('SET', KEYS[1], 1, 'NX', 'EX', 604800)", 1, f"parcel:{event['id']}"):
        return "", 200
    accounts.increment(event["data"]["object"]["customer"], by=10)
    return "", 200
