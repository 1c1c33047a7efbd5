# path: hooks/handler.py
import hashlib
import hmac
import json
import os

import boto3

TABLE = boto3.resource("dynamodb").Table(os.environ["TABLE"])


def lambda_handler(event, context):
    text = event["body"]
    mac = hmac.new(os.environ["PUMP_SECRET"].encode(), text.encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac.encode(), event["headers"]["x-pump-signature"].encode()):
        return {"statusCode": 401, "body": json.dumps({"error": "forged"})}
    pump = json.loads(text)
    TABLE.update_item(Key={"id": pump["id"]}, UpdateExpression="SET bar = :b", ExpressionAttributeValues={":b": pump["bar"]})
    return {"statusCode": 200, "body": json.dumps(pump)}
