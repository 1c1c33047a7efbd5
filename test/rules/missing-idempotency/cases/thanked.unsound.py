import os

import stripe
from flask import Flask, request
from flask_mail import Mail, Message

app = Flask(__name__)

mail = Mail(app)



@app.post("/inbox/parcels")  # want missing-idempotency "`mail.send` sends once more"
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    mail.send(Message("Your parcel is paid", recipients=[event["data"]["object"]["receipt_email"]]))
    return "", 200
