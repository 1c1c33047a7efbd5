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
    if not redis.setnx(f"parcel:{event['id']}", "1"):
        return "", 200
    try:
        accounts.increment(event["data"]["object"]["customer"], by=10)
    except Exception:
        redis.delete(f"parcel:{event['id']}")
        raise
    return "", 200
