import os

import stripe
from flask import Flask, request
import boto3
from botocore.exceptions import ClientError

app = Flask(__name__)

owners = boto3.resource("dynamodb").Table("owners")



@app.post("/inbox/parcels")
def parcels():
    event = stripe.Webhook.construct_event(
        request.get_data(), request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
    )
    owner = event["data"]["object"]
    try:
        owners.put_item(
            Item={"pk": f"OWNER#{owner['customer']}", "email": owner["email"]}, ConditionExpression="attribute_not_exists(pk)"
        )
    except ClientError as error:
        if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
            raise
    return "", 200
