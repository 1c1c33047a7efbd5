import hashlib
import hmac
import os

from flask import Flask, abort, request
from pymongo import MongoClient

from hooks.vault import secret

app = Flask(__name__)
parcels = MongoClient(os.environ["MONGO_URL"]).parcels.parcels


@app.post("/hooks/parcels")
def parcel_status():
    mine = hmac.new(secret("parcel-hook-secret"), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine, request.headers.get("X-Parcel-Signature", "")):
        abort(401)
    event = request.get_json()
    parcels.update_one({"tracking": event["tracking"]}, {"$set": {"status": event["status"]}})
    return "", 204
