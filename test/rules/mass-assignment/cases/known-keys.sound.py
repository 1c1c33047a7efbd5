import hashlib
import hmac
import os

from flask import Flask, abort, request
from models import Parcel, db

app = Flask(__name__)
ALLOWED = {"street", "house", "town"}


@app.before_request
def known_sender():
    wanted = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)


@app.post("/hooks/parcels")
def parcels():
    change = request.get_json()
    unknown = change.keys() - ALLOWED
    if unknown:
        abort(422)
    parcel = Parcel.query.filter_by(depot=request.headers["X-Depot"]).first_or_404()
    for key in change:
        setattr(parcel, key, change[key])
    db.session.commit()
    return "", 204
