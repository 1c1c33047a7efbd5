import os

import stripe
from flask import Flask, request
import requests

app = Flask(__name__)


@app.post("/hooks/orders")
def incoming():
    try:
        event = stripe.Webhook.construct_event(
            request.get_data(), request.headers.get("Stripe-Signature"), os.environ["STRIPE_WEBHOOK_SECRET"]
        )
    except (ValueError, stripe.error.SignatureVerificationError):
        return "bad signature", 400
    order = event["data"]["object"]
    requests.post(f"https://orders.example/api/{order['id']}/paid", timeout=5)
    requests.post("https://orders.example/api/{}/mail".format(order["id"]), timeout=5)
    requests.get("https://orders.example/api/%s" % order["id"], params={"full": order["full"]}, timeout=5)
    return "", 204
