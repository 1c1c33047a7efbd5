import hashlib
import hmac
import os

from flask import Flask, abort, request
import boto3
import re

app = Flask(__name__)

dynamodb = boto3.resource("dynamodb")


@app.before_request
def known_sender():
    wanted = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)


@app.post("/hooks/parcels")
def parcels():
    body = request.get_json()
    if not re.fullmatch(r"[a-z_]+", body["table"]):
        abort(400)
    dynamodb.Table(body["table"]).delete_item(Key={"pk": body["id"]})  # want payload-chosen-resource "`body["table"]` decides which table"
    return "", 204
