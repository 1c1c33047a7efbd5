import os

import stripe
from flask import Flask, request
from agents import agent

app = Flask(__name__)


@app.post("/hooks/disputes")
def incoming():
    try:
        event = stripe.Webhook.construct_event(
            request.get_data(), request.headers.get("Stripe-Signature"), os.environ["STRIPE_WEBHOOK_SECRET"]
        )
    except (ValueError, stripe.error.SignatureVerificationError):
        return "bad signature", 400
    agent.invoke({"input": event["data"]["object"]["evidence"]})  # want payload-to-llm "with tools"
    return "", 204
