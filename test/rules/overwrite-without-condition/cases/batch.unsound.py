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
    with owners.batch_writer() as batch:
        for line in event["data"]["object"]["lines"]:
            batch.put_item(Item={"line_id": line["parcel_id"], "amount": line["amount"], "owner_id": line["owner"]})  # want overwrite-without-condition "`batch.put_item` replaces"
    return "", 200
