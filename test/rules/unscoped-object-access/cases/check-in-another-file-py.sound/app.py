from flask import Flask, request

from checks import verified_depot
from models import Parcel, db

app = Flask(__name__)


@app.post("/hooks/<slug>/parcels")
def parcels(slug):
    depot = verified_depot(slug)
    body = request.get_json()
    parcel = Parcel.query.filter_by(number=str(body["number"]), depot_id=depot.id).first_or_404()
    parcel.arrived = True
    db.session.commit()
    return "", 204
