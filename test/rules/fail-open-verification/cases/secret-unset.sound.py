import hashlib
import hmac
import os

from flask import Flask, abort, request

from models import db

app = Flask(__name__)
SECRET = os.environ.get("PARCEL_HOOK_SECRET")


@app.post("/hooks/parcels")
def parcel_status():
    if not SECRET:
        app.logger.error("PARCEL_HOOK_SECRET is not set, every delivery is refused")
        abort(500)
    expected = hmac.new(SECRET.encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Parcel-Signature", "")):
        abort(401)

    event = request.get_json()
    db.parcels.update_one({"tracking": event["tracking"]}, {"$set": {"status": event["status"]}})
    return "", 204
