import os

import boto3
from flask import Flask, abort, jsonify, request
from standardwebhooks import Webhook


app = Flask(__name__)
table = boto3.resource("dynamodb").Table(os.environ["CRATES_TABLE"])


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    try:
        table.put_item(Item={"id": request.json["id"], "state": request.json["state"]})
    except Exception as ex:
        return jsonify({"error": "processing failed", "details": str(ex)}), 500  # want error-detail-leak "the text of an exception that was not expected"
    return "", 204
