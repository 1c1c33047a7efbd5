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
    if cache.get(event["id"]):  # want racy-idempotency "`cache.get` asks and `cache.set` notes the delivery in two steps"
        return "", 200
    cache.set(event["id"], "seen", timeout=604_800)
    accounts.increment(event["data"]["object"]["customer"], by=10)
    return "", 200
