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
    dynamodb.update_item(
        TableName="owners",
        Key={"pk": {"S": customer}},
        UpdateExpression="SET plan = :plan",
        ExpressionAttributeValues={":plan": {"S": "paid"}},
    )
    return "", 200
