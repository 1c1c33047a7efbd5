import os

import stripe


def lambda_handler(event, context):
    delivery = stripe.Webhook.construct_event(event["body"], event["headers"]["stripe-signature"], os.environ["STRIPE_WEBHOOK_SECRET"])
    metadata = delivery["data"]["object"]["metadata"]
    return {"statusCode": 302, "headers": {"Location": f"https://shop.example/orders/{metadata['order']}"}, "body": ""}
