import hashlib
import hmac
import json
import os

from flask import Flask, abort, request

from models import db

app = Flask(__name__)
SECRET = os.environ["PARCEL_HOOK_SECRET"].encode()


@app.post("/hooks/parcels")
def parcel_status():
    event = request.get_json()
    body = json.dumps(event, separators=(",", ":")).encode()
    expected = hmac.new(SECRET, body, hashlib.sha256).hexdigest()  # want parsed-body-signature "serialised again"
    if not hmac.compare_digest(expected, request.headers.get("X-Parcel-Signature", "")):
        abort(401)

    db.parcels.update_one({"tracking": event["tracking"]}, {"$set": {"status": event["status"]}})
    return "", 204
