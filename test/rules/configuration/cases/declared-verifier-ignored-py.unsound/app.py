from flask import Flask, abort, request
from parcelco_guard import check_delivery as checked
from models import db

app = Flask(__name__)


@app.post("/hooks/parcels")
def parcel_status():
    checked(request.get_data(), request.headers.get("X-Parcel-Signature"))  # want fail-open-verification "ignored"
    event = request.get_json()
    db.parcels.insert_one({"tracking": event["tracking"]})
    return "", 204
