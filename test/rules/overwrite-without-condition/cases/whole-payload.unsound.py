import os

import stripe
from flask import Flask, request
import boto3

app = Flask(__name__)

owners = boto3.resource("dynamodb").Table("owners")



@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    owners.put_item(Item=event["data"]["object"])  # want overwrite-without-condition "`owners.put_item` replaces"
    return "", 200
