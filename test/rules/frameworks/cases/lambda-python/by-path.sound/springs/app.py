import json

from .genuine import is_genuine
from .store import table


def handler(event, context):
    if event["rawPath"] == "/health":
        return {"statusCode": 200, "body": "ok"}
    if event["rawPath"] == "/hooks/springs":
        if not is_genuine(event):
            return {"statusCode": 401, "body": ""}
        spring = json.loads(event["body"])
        table.put_item(Item={"id": spring["id"], "litres": spring["litres"]}, ConditionExpression="attribute_not_exists(id)")
        return {"statusCode": 204, "body": ""}
    return {"statusCode": 404, "body": ""}
