import os

import stripe
from flask import Flask, request
from flask import render_template_string

from pages import keep

app = Flask(__name__)


@app.post("/hooks/mails")
def incoming():
    try:
        event = stripe.Webhook.construct_event(
            request.get_data(), request.headers.get("Stripe-Signature"), os.environ["STRIPE_WEBHOOK_SECRET"]
        )
    except (ValueError, stripe.error.SignatureVerificationError):
        return "bad signature", 400
    order = event["data"]["object"]
    keep(render_template_string("<p>" + order["greeting"] + "</p>", name=order["name"]))  # want injection "template"
    return "", 204
