import os

import stripe
from flask import Flask, request
import re
from urllib.request import urlopen

app = Flask(__name__)
CARD = re.compile(r"https://[a-z0-9-]+\.cards\.example/v1/[\w-]+")


@app.post("/hooks/cards")
def incoming():
    try:
        event = stripe.Webhook.construct_event(
            request.get_data(), request.headers.get("Stripe-Signature"), os.environ["STRIPE_WEBHOOK_SECRET"]
        )
    except (ValueError, stripe.error.SignatureVerificationError):
        return "bad signature", 400
    card = event["data"]["object"]["card_url"]
    if not CARD.fullmatch(card):
        return "", 422
    urlopen(card)
    return "", 204
