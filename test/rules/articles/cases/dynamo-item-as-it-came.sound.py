import hashlib
import hmac
import os

import boto3
from flask import Flask, jsonify, request
from pydantic import BaseModel, Field, ValidationError

app = Flask(__name__)
table = boto3.resource("dynamodb").Table("profiles")


class Profile(BaseModel):
    user_id: str = Field(..., pattern=r"^usr_[a-f0-9]{8}$")
    email: str = Field(..., max_length=254)


@app.route("/webhook", methods=["POST"])
def remember():
    wanted = hmac.new(os.environ["PROFILE_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Webhook-Signature", "").encode()):
        return jsonify({"error": "unauthorized"}), 401
    try:
        profile = Profile(**request.get_json())
    except ValidationError:
        return jsonify({"error": "invalid payload"}), 400
    table.put_item(
        Item={"pk": f"USER#{profile.user_id}", "email": profile.email},
        ConditionExpression="attribute_not_exists(pk)",
    )
    return jsonify({"status": "ok"})
