import os

import stripe
from flask import Flask, request
import boto3

app = Flask(__name__)

dynamodb = boto3.client("dynamodb")



@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    customer = event["data"]["object"]["customer"]
    dynamodb.put_item(TableName="owners", Item={"pk": {"S": customer}, "plan": {"S": "paid"}})  # want overwrite-without-condition "`dynamodb.put_item` replaces"
    return "", 200
