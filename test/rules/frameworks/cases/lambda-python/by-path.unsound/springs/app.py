import json

from .store import table


def handler(event, context):
    if event["rawPath"] == "/health":
        return {"statusCode": 200, "body": "ok"}
    if event["rawPath"] == "/hooks/springs":  # want missing-signature-verification "/hooks/springs has no signature check"
        spring = json.loads(event["body"])
        table.put_item(Item={"id": spring["id"], "litres": spring["litres"]}, ConditionExpression="attribute_not_exists(id)")
        return {"statusCode": 204, "body": ""}
    return {"statusCode": 404, "body": ""}
