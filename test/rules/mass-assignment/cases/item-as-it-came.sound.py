import hashlib
import hmac
import os

from flask import Flask, abort, request
import boto3

app = Flask(__name__)

table = boto3.resource("dynamodb").Table("parcels")


@app.before_request
def known_sender():
    wanted = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)


@app.post("/hooks/parcels")
def parcels():
    body = request.get_json()
    table.put_item(
        Item={"pk": f"PARCEL#{int(body['number'])}", "status": str(body["status"])},
        ConditionExpression="attribute_not_exists(pk)",
    )
    return "", 204
