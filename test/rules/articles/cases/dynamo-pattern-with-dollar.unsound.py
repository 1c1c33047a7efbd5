import re

import boto3
from flask import Flask, jsonify, request
from pydantic import BaseModel, Field, ValidationError

app = Flask(__name__)
table = boto3.resource("dynamodb").Table("profiles")


class WebhookItem(BaseModel):
    user_id: str = Field(..., min_length=1)
    metadata: dict = Field(default_factory=dict)


@app.route("/webhook", methods=["POST"])  # want missing-signature-verification "no signature"
def handle():
    try:
        item = WebhookItem(**request.get_json(force=True))
    except ValidationError:
        return jsonify({"error": "invalid payload"}), 400
    if not re.match(r"^[\w\-\.]+$", item.user_id):  # want unvalidated-payload "with a line break at its end"
        return jsonify({"error": "invalid user_id"}), 400
    table.update_item(
        Key={"pk": f"USER#{item.user_id}"},
        UpdateExpression="SET seen = :yes",
        ExpressionAttributeValues={":yes": True},
    )
    return jsonify({"status": "ok"})
