from flask import Flask, abort, request
from parcelco.flask import sealed_only
from models import db

app = Flask(__name__)


@sealed_only(secret="PARCELCO")  # want fail-open-verification "never runs"
@app.post("/hooks/parcels")
def parcel_status():
    event = request.get_json()
    db.parcels.insert_one({"tracking": event["tracking"]})
    return "", 204
