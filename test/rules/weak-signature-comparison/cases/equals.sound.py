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
    if not hmac.compare_digest(request.headers.get("X-Parcel-Signature", ""), digest):
        return {"error": "signature does not match"}, 401

    event = request.get_json()
    if event["status"] == "delivered" and event["carrier"] != "self":
        db.parcels.update_one({"tracking": event["tracking"]}, {"$set": {"status": event["status"]}})
    return "", 204
