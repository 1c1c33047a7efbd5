import hashlib
import hmac

from flask import Flask, abort, request

from models import db

app = Flask(__name__)
SECRET = b"Yq7-parcel-9fK2-prod"  # want hardcoded-secret "in the source"


@app.post("/hooks/parcels")
def parcel_status():
    expected = hmac.new(SECRET, request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Parcel-Signature", "")):
        abort(401)

    event = request.get_json()
    db.parcels.update_one({"tracking": event["tracking"]}, {"$set": {"status": event["status"]}})
    return "", 204
