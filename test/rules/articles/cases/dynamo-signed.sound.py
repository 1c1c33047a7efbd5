import hashlib
import hmac
import os

import boto3
from flask import Flask, jsonify, request
from pydantic import BaseModel, Field, ValidationError

app = Flask(__name__)
table = boto3.resource("dynamodb").Table("profiles")
SECRET = os.environ["PROFILE_WEBHOOK_SECRET"].encode()


class Item(BaseModel):
    user_id: str = Field(..., pattern=r"^usr_[a-f0-9]{8}$")
    action: str = Field(..., pattern=r"^(create|delete)$")
    email: str = ""


@app.route("/webhook", methods=["POST"])
def change():
    raw = request.get_data()
    wanted = hmac.new(SECRET, raw, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Webhook-Signature", "").encode()):
        return jsonify({"error": "unauthorized"}), 401
    try:
        item = Item.model_validate_json(raw)
    except ValidationError:
        return jsonify({"error": "invalid payload"}), 400

    key = {"pk": f"USER#{item.user_id}", "sk": "META"}
    if item.action == "create":
        table.put_item(Item={**key, "email": item.email}, ConditionExpression="attribute_not_exists(pk)")
    else:
        table.delete_item(Key=key)
    return jsonify({"status": "ok"})
