import os

from flask import Flask, request
import stripe

from .ledger import settle

app = Flask(__name__)


@app.post("/payments")
def take():
    secret = os.environ.get("STRIPE_WEBHOOK_SECRET")
    if not secret:
        return "Webhook secret is not configured.", 500
    raw_body = request.get_data()
    signature = request.headers.get("Stripe-Signature")
    if not signature:
        return "Missing signature.", 400
    try:
        stripe.Webhook.construct_event(raw_body, signature, secret)
    except Exception:
        return "Invalid signature.", 400
    event = request.get_json()
    settle(event["data"]["object"])
    return "", 204
