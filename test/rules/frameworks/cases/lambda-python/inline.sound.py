import base64
import hashlib
import hmac
import json
import os

import boto3

table = boto3.resource("dynamodb").Table("springs")


def lambda_handler(event, context):
    body = event.get("body") or ""
    raw = base64.b64decode(body) if event.get("isBase64Encoded") else body.encode()
    headers = {name.lower(): value for name, value in event["headers"].items()}
    mac = hmac.new(os.environ["SPRING_KEY"].encode(), raw, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac, headers.get("x-spring-signature", "")):
        return {"statusCode": 401, "body": ""}
    spring = json.loads(raw)
    table.put_item(Item={"id": spring["id"], "litres": spring["litres"]}, ConditionExpression="attribute_not_exists(id)")
    return {"statusCode": 204, "body": ""}
