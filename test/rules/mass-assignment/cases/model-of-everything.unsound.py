from flask import Flask, request
from models import Parcel, db

app = Flask(__name__)


@app.post("/hooks/parcels")  # want missing-signature-verification "no signature"
def parcels():
    body = request.get_json()
    parcel = Parcel(**body)
    db.session.add(parcel)  # want mass-assignment "goes into `db.session.add`"
    db.session.commit()
    return "", 204
