from flask import Flask, abort, request
from parcelco.flask import sealed_only
from models import db

app = Flask(__name__)


@app.post("/hooks/parcels")
@sealed_only(secret="PARCELCO")
def parcel_status():
    event = request.get_json()
    db.parcels.insert_one({"tracking": event["tracking"]})
    return "", 204
