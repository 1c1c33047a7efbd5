import hashlib
import hmac
import os

from flask import Flask, request

from models import db

app = Flask(__name__)


@app.post("/hooks/parcels")
def parcel_status():
    key = os.environ["PARCEL_HOOK_SECRET"].encode()
    digest = hmac.new(key, request.get_data(), hashlib.sha256).hexdigest()
    if request.headers.get("X-Parcel-Signature") != digest:  # want weak-signature-comparison "constant time"
        return {"error": "signature does not match"}, 401

    event = request.get_json()
    db.parcels.update_one({"tracking": event["tracking"]}, {"$set": {"status": event["status"]}})
    return "", 204
