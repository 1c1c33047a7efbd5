import os
import time

import boto3
from flask import Blueprint, request
from botocore.exceptions import ClientError

from mailer import send

hooks = Blueprint("hooks", __name__)
dynamodb = boto3.resource("dynamodb", region_name=os.environ["REGION"])
handled_events = dynamodb.Table(os.environ["HANDLED_EVENTS_TABLE"])
orders = dynamodb.Table("orders")


# The key of the table is `id`, a text; `expires_at` is its time to live.
def claim_event(key):
    try:
        handled_events.put_item(
            Item={"id": key, "expires_at": int(time.time()) + 604800},
            ConditionExpression="attribute_not_exists(id)",
        )
        return True
    except ClientError as error:
        if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
            return False
        raise


def release_event(key):
    handled_events.delete_item(Key={"id": key})


@hooks.post("/orders")
def ordered():
    payload = request.json
    event_id = payload.get("id")
    if not event_id:
        return "Missing event id.", 400
    claim = f"orders:{event_id}"
    if not claim_event(claim):
        return "", 204
    try:
        for item in payload["items"]:
            send(payload["email"], item)
        orders.update_item(
            Key={"pk": payload["order"]},
            UpdateExpression="ADD mails :one",
            ExpressionAttributeValues={":one": 1},
        )
    except Exception:
        release_event(claim)
        raise
    return "", 204
