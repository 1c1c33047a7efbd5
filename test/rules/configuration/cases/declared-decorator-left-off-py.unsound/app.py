from flask import Flask, abort, request
from parcelco.flask import wide_open
from models import db

app = Flask(__name__)


@app.post("/hooks/parcels")  # want missing-signature-verification "has no signature check"
@wide_open
def parcel_status():
    event = request.get_json()
    db.parcels.insert_one({"tracking": event["tracking"]})
    return "", 204
