import hashlib
import hmac
import os

from flask import Flask, abort, request
import boto3

app = Flask(__name__)

s3 = boto3.client("s3")


@app.before_request
def known_sender():
    wanted = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)


@app.post("/hooks/parcels")
def parcels():
    body = request.get_json()
    s3.put_object(Bucket="parcel-labels", Key=f"labels/{body['id']}.pdf", Body=body["label"])
    return "", 204
