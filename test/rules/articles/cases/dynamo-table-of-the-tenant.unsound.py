import boto3
from flask import Flask, jsonify, request

app = Flask(__name__)
dynamodb = boto3.resource("dynamodb")


@app.route("/webhook", methods=["POST"])  # want missing-signature-verification "no signature"
def remember():
    body = request.get_json()
    table = dynamodb.Table(body["tenant"] + "_events")  # want payload-chosen-resource "is part of the name of the table"
    table.update_item(
        Key={"pk": f"USER#{body['user_id']}"},
        UpdateExpression="SET email = :email",
        ExpressionAttributeValues={":email": body["email"]},
    )
    return jsonify({"status": "ok"})
