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
    if redis.exists(f"parcel:{event['id']}"):  # want racy-idempotency "`redis.exists` asks, `accounts.increment` works, and only then `redis.setex` notes"
        return "", 200
    accounts.increment(event["data"]["object"]["customer"], by=10)
    redis.setex(f"parcel:{event['id']}", 604_800, "1")
    return "", 200
