import os

from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError
import boto3

hooks = Blueprint("hooks", __name__)
table = boto3.resource("dynamodb").Table("items")


@hooks.post("/hooks/items")
def receive():
    try:
        event = Webhook(os.environ["SVIX_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "", 400
    table.update_item(
        Key={"id": event["id"]},
        UpdateExpression="SET #f = :v",
        ConditionExpression="attribute_exists(id)",
        ExpressionAttributeNames={"#f": "title"},
        ExpressionAttributeValues={":v": event["value"]},
    )
    return "", 204
