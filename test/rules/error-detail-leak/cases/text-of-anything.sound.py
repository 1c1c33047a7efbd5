import logging
import os
import uuid

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
        incident = uuid.uuid4().hex
        logging.exception("storing failed (%s): %s", incident, str(ex))
        return jsonify({"error": "processing failed", "kind": type(ex).__name__, "incident": incident}), 500
    return "", 204
