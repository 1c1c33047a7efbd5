import hashlib
import hmac
import os
import uuid

import boto3
from flask import Flask, abort, request

app = Flask(__name__)
table = boto3.resource("dynamodb").Table("purchases")
SECRET = os.environ["SHOP_WEBHOOK_SECRET"].encode()


@app.route("/webhook", methods=["POST"])  # want missing-idempotency "`table.update_item` counts once more"
def purchase():
    wanted = hmac.new(SECRET, request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Signature-256", "").encode()):
        abort(401)
    payload = request.get_json()
    table.update_item(
        Key={"pk": f"USER#{payload['user_id']}"},
        UpdateExpression="ADD points :points",
        ExpressionAttributeValues={":points": payload["points"]},
    )
    table.put_item(Item={"pk": str(uuid.uuid4()), "amount": payload["amount"]})
    return "", 204
