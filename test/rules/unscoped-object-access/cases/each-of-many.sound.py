import hashlib
import hmac

from flask import Flask, abort, request
from models import Depot, Parcel, db

app = Flask(__name__)


def returned(depot, parcel_id, **_):
    parcel = Parcel.query.filter_by(id=parcel_id, depot_id=depot.id).first_or_404()
    parcel.returned = True


@app.post("/hooks/<slug>/parcels")
def parcels(slug):
    depot = Depot.query.filter_by(slug=slug).first()
    if depot is None or not depot.webhook_secret:
        abort(404)
    wanted = hmac.new(depot.webhook_secret.encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Depot-Signature", "").encode()):
        abort(401)

    for parcel in request.get_json()["parcels"]:
        returned(depot, **parcel)
    db.session.commit()
    return "", 204
