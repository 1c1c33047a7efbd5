import hashlib
import hmac
import json
import os

from flask import Flask, abort, request

from models import Parcel, db

app = Flask(__name__)
SECRET = os.environ["PARCEL_HOOK_SECRET"].encode()


@app.post("/hooks/parcels")
def parcel_status():
    raw = request.get_data()
    header = request.headers.get("X-Parcel-Signature", "")
    expected = hmac.new(SECRET, raw, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, header):
        abort(401)

    event = json.loads(raw)
    parcel = Parcel.query.filter_by(tracking=event["tracking"]).first_or_404()
    parcel.status = event["status"]
    db.session.commit()
    return "", 204
