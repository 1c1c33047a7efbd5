import os

import boto3
from flask import Blueprint, request

from mailer import send

hooks = Blueprint("hooks", __name__)
dynamodb = boto3.resource("dynamodb", region_name=os.environ["REGION"])
orders = dynamodb.Table("orders")


@hooks.post("/orders")
def ordered():
    payload = request.json
    for item in payload["items"]:
        send(payload["email"], item)
    orders.update_item(
        Key={"pk": payload["order"]},
        UpdateExpression="ADD mails :one",
        ExpressionAttributeValues={":one": 1},
    )
    return "", 204
