import hashlib
import hmac
import os

from flask import Flask, abort, request

from models import Parcel, db

app = Flask(__name__)
SECRET = os.environ["PARCEL_HOOK_SECRET"].encode()


@app.post("/hooks/parcels")
def parcel_status():
    event = request.get_json()
    db.parcels.insert_one({"tracking": event["tracking"], "status": event["status"]})  # want late-verification "before the signature"

    expected = hmac.new(SECRET, request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Parcel-Signature", "")):
        abort(401)
    return "", 204
