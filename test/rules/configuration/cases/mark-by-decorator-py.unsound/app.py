from acme import inbound, outbound
from flask import Flask, request

from models import db

app = Flask(__name__)


@app.post("/v1/parcels")  # want missing-signature-verification "has no signature check"
@inbound
def parcel_moved():
    db.parcels.insert_one(request.get_json())
    return "", 204
