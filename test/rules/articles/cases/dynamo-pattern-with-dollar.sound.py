import hashlib
import hmac
import os
import re

import boto3
from flask import Flask, jsonify, request
from pydantic import BaseModel, Field, ValidationError

app = Flask(__name__)
table = boto3.resource("dynamodb").Table("profiles")


class WebhookItem(BaseModel):
    user_id: str = Field(..., min_length=1)
    metadata: dict = Field(default_factory=dict)


@app.route("/webhook", methods=["POST"])
def handle():
    wanted = hmac.new(os.environ["PROFILE_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Webhook-Signature", "").encode()):
        return jsonify({"error": "unauthorized"}), 401
    try:
        item = WebhookItem(**request.get_json(force=True))
    except ValidationError:
        return jsonify({"error": "invalid payload"}), 400
    if not re.fullmatch(r"[\w\-\.]+", item.user_id):
        return jsonify({"error": "invalid user_id"}), 400
    table.update_item(
        Key={"pk": f"USER#{item.user_id}"},
        UpdateExpression="SET seen = :yes",
        ExpressionAttributeValues={":yes": True},
    )
    return jsonify({"status": "ok"})
