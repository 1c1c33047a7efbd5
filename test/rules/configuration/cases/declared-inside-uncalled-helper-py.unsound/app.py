from flask import Flask, abort, request
from parcelco_guard import boxed

from models import db

app = Flask(__name__)


def take():
    if not boxed():
        abort(401)


@app.post("/hooks/parcels")  # want missing-signature-verification "has no signature check"
def parcel_status():
    db.parcels.insert_one(request.get_json())
    return "", 204
