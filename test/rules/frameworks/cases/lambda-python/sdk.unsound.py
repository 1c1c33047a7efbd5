# path: src/payout_webhook.py
import json
import os

import boto3
import stripe

ledger = boto3.resource("dynamodb").Table("payouts")


def lambda_handler(event, context):
    headers = {name.lower(): text for name, text in event["headers"].items()}
    try:
        delivery = stripe.Webhook.construct_event(event["body"], headers.get("stripe-signature", ""), os.environ["STRIPE_SIGNING_SECRET"])
    except ValueError:
        return {"statusCode": 400, "body": "not from the bank"}
    except stripe.error.SignatureVerificationError:  # want fail-open-verification "goes on"
        print("signature did not match")
        delivery = json.loads(event["body"])
    if delivery["type"] == "payout.paid":
        ledger.put_item(Item={"id": delivery["id"]}, ConditionExpression="attribute_not_exists(id)")
    return {"statusCode": 200, "body": "ok"}
