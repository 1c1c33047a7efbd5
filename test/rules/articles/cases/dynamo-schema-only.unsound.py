import boto3
from flask import Flask, jsonify, request
from pydantic import BaseModel, Field, ValidationError

app = Flask(__name__)
table = boto3.resource("dynamodb").Table("profiles")


class Item(BaseModel):
    user_id: str = Field(..., pattern=r"^usr_[a-f0-9]{8}$")
    action: str = Field(..., pattern=r"^(create|delete)$")
    email: str = ""


@app.route("/webhook", methods=["POST"])  # want missing-signature-verification "no signature"
def change():
    try:
        item = Item(**request.get_json(force=True))
    except ValidationError as problem:
        return jsonify({"error": "invalid payload", "details": problem.errors()}), 400

    key = {"pk": f"USER#{item.user_id}", "sk": "META"}
    if item.action == "create":
        table.put_item(Item={**key, "email": item.email})  # want overwrite-without-condition "`table.put_item` replaces whatever item the payload names."
    else:
        table.delete_item(Key=key)
    return jsonify({"status": "ok"})
