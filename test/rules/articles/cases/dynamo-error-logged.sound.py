import hashlib
import hmac
import logging
import os

import boto3
from flask import Flask, jsonify, request
from pydantic import BaseModel, Field, ValidationError

app = Flask(__name__)
table = boto3.resource("dynamodb").Table("profiles")
SECRET = os.environ["PROFILE_WEBHOOK_SECRET"].encode()


class Item(BaseModel):
    user_id: str = Field(..., pattern=r"^usr_[a-f0-9]{8}$")
    email: str = ""


@app.route("/webhook", methods=["POST"])
def change():
    raw = request.get_data()
    wanted = hmac.new(SECRET, raw, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Webhook-Signature", "").encode()):
        return jsonify({"error": "unauthorized"}), 401
    try:
        item = Item.model_validate_json(raw)
    except ValidationError as problem:
        return jsonify({"error": "invalid payload", "details": problem.errors()}), 400
    try:
        table.put_item(
            Item={"pk": f"USER#{item.user_id}", "sk": "META", "email": item.email}, ConditionExpression="attribute_not_exists(pk)"
        )
    except Exception:
        logging.exception("storing the profile failed")
        return jsonify({"error": "processing failed"}), 500
    return jsonify({"status": "ok"})
