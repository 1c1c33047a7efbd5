import hashlib
import hmac
import os

import boto3
from botocore.exceptions import ClientError
from flask import Flask, abort, request

app = Flask(__name__)
table = boto3.resource("dynamodb").Table("purchases")
SECRET = os.environ["SHOP_WEBHOOK_SECRET"].encode()


@app.route("/webhook", methods=["POST"])
def purchase():
    wanted = hmac.new(SECRET, request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Signature-256", "").encode()):
        abort(401)
    payload = request.get_json()
    try:
        table.put_item(
            Item={"pk": f"EVENT#{payload['event_id']}", "amount": payload["amount"]}, ConditionExpression="attribute_not_exists(pk)"
        )
    except ClientError as error:
        if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
            return "", 204
        raise
    table.update_item(
        Key={"pk": f"USER#{payload['user_id']}"},
        UpdateExpression="ADD points :points",
        ExpressionAttributeValues={":points": payload["points"]},
    )
    return "", 204
