import os

import stripe
from flask import Flask, request
from flask_caching import Cache

from accounts import accounts

app = Flask(__name__)

cache = Cache(app, config={"CACHE_TYPE": "RedisCache"})



@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    if not cache.add(event["id"], "seen", timeout=604_800):
        return "", 200
    try:
        accounts.increment(event["data"]["object"]["customer"], by=10)
    except Exception:
        cache.delete(event["id"])
        raise
    return "", 200
