from flask import Flask, abort, request
from parcelco_guard import check_delivery

from models import db

app = Flask(__name__)


@app.post("/hooks/parcels")  # want-note missing-signature-verification "check_delivery"
def parcel_status():
    if not check_delivery(request.get_data(), request.headers.get("X-Parcel-Signature")):
        abort(401)
    event = request.get_json()
    db.parcels.update_one({"tracking": event["tracking"]}, {"$set": {"status": event["status"]}})
    return "", 204
