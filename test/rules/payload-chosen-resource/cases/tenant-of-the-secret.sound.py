import hashlib
import hmac
import os

from flask import Flask, abort, request
import boto3

app = Flask(__name__)

dynamodb = boto3.resource("dynamodb")


@app.before_request
def known_sender():
    wanted = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)


@app.post("/hooks/<tenant>/parcels")
def parcels(tenant):
    table = dynamodb.Table(f"parcels_{tenant}")
    table.delete_item(Key={"pk": request.get_json()["id"]})
    return "", 204
