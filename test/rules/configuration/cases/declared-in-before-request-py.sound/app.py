from flask import Flask, abort, request
from parcelco_guard import check_delivery

from models import db

app = Flask(__name__)


@app.before_request
def before():
    if not check_delivery(request.get_data(), request.headers):
        abort(401)


@app.post("/hooks/parcels")
def parcel_status():
    db.parcels.insert_one(request.get_json())
    return "", 204
