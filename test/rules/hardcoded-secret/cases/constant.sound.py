import hashlib
import hmac
import os

from flask import Flask, abort, request

from models import db

app = Flask(__name__)
SECRET_NAME = "PARCEL_HOOK_SECRET"
SIGNATURE_HEADER = "X-Parcel-Signature"
PREFIX = "sha256="
SECRET = os.environ[SECRET_NAME].encode()


@app.post("/hooks/parcels")
def parcel_status():
    expected = PREFIX + hmac.new(SECRET, request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get(SIGNATURE_HEADER, "")):
        abort(401)

    event = request.get_json()
    db.parcels.update_one({"tracking": event["tracking"]}, {"$set": {"status": event["status"]}})
    return "", 204
