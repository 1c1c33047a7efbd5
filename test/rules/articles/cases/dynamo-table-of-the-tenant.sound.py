import hashlib
import hmac
import os

import boto3
from flask import Flask, jsonify, request

app = Flask(__name__)
dynamodb = boto3.resource("dynamodb")
ALLOWED_TENANTS = {"clientA", "clientB"}


def table_for(tenant: str) -> str:
    if tenant not in ALLOWED_TENANTS:
        raise ValueError("unauthorized tenant")
    return f"app_{tenant}_events"


@app.route("/webhook", methods=["POST"])
def remember():
    wanted = hmac.new(os.environ["EVENT_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Webhook-Signature", "").encode()):
        return jsonify({"error": "unauthorized"}), 401
    body = request.get_json()
    table = dynamodb.Table(table_for(body["tenant"]))
    table.update_item(
        Key={"pk": f"USER#{body['user_id']}"},
        UpdateExpression="SET email = :email",
        ExpressionAttributeValues={":email": body["email"]},
    )
    return jsonify({"status": "ok"})
