import os

import stripe
from flask import Flask, request
import boto3
from botocore.exceptions import ClientError

from accounts import accounts

app = Flask(__name__)

handled = boto3.resource("dynamodb").Table("handled")



@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    try:
        handled.put_item(Item={"pk": event["id"]}, ConditionExpression="attribute_not_exists(pk)")
    except ClientError as error:
        if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
            return "", 200
        raise
    accounts.increment(event["data"]["object"]["customer"], by=10)
    return "", 200
