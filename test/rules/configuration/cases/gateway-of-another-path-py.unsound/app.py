from flask import Flask, request
from models import db

app = Flask(__name__)


@app.post("/hooks/parcels")  # want missing-signature-verification "has no signature check"
def parcel_status():
    event = request.get_json()
    db.parcels.insert_one({"tracking": event["tracking"]})
    return "", 204
