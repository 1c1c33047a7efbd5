import boto3
from flask import Flask, jsonify, request

app = Flask(__name__)
table = boto3.resource("dynamodb").Table("profiles")


@app.route("/webhook", methods=["POST"])  # want missing-signature-verification "no signature"
def remember():
    body = request.get_json(force=True)
    table.update_item(  # want unvalidated-payload "is stored by `table.update_item` as it came"
        Key={"pk": "PROFILE", "sk": "META#latest"},
        UpdateExpression="SET email = :email",
        ExpressionAttributeValues={":email": body["email"]},
    )
    return jsonify({"status": "ok"})
