from flask import Flask, request
from models import Parcel, db

app = Flask(__name__)


def remember(parcel):
    db.session.add(Parcel(**parcel))  # want mass-assignment "goes into `db.session.add`"
    db.session.commit()


@app.post("/hooks/parcels")  # want missing-signature-verification "no signature"
def parcels():
    remember(request.get_json())
    return "", 204
