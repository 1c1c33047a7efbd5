import hashlib
import hmac
import os

from flask import Flask, abort, request
from marshmallow import Schema, ValidationError, fields

from models import Parcel, db

app = Flask(__name__)


class ParcelSchema(Schema):
    number = fields.Integer(required=True)
    status = fields.String(required=True)


@app.before_request
def known_sender():
    wanted = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)


@app.post("/hooks/parcels")
def parcels():
    try:
        body = ParcelSchema().load(request.get_json())
    except ValidationError:
        abort(400)
    db.session.merge(Parcel(**body))
    db.session.commit()
    return "", 204
