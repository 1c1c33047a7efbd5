import boto3
from flask import Flask, jsonify, request

app = Flask(__name__)
table = boto3.resource("dynamodb").Table("profiles")


@app.route("/webhook", methods=["POST"])  # want missing-signature-verification "no signature"
def remember():
    body = request.get_json()
    table.put_item(Item=body)  # want mass-assignment "All of `body` goes into `table.put_item`" want overwrite-without-condition "`table.put_item` replaces whatever item the payload names."
    return jsonify({"status": "ok"})
