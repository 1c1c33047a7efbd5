from flask import Flask, abort, request
from parcelco_guard import check_delivery as checked
from models import db

app = Flask(__name__)


@app.post("/hooks/parcels")  # want-note missing-signature-verification "checked"
def parcel_status():
    if not checked(request.get_data(), request.headers.get("X-Parcel-Signature")):
        abort(401)
    event = request.get_json()
    db.parcels.insert_one({"tracking": event["tracking"]})
    return "", 204
