import hashlib
import hmac
import os

from flask import Flask, abort, request
from pydantic import BaseModel, Field, ValidationError

from store import parcels

app = Flask(__name__)


class Parcel(BaseModel):
    number: str = Field(..., pattern=r"^[A-Z0-9]{8}$")
    note: str = Field("", max_length=200)


@app.before_request
def known_sender():
    wanted = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)


@app.post("/hooks/parcels")
def parcels():
    try:
        parcel = Parcel(**request.get_json())
    except ValidationError:
        abort(400)
    parcels.update_one({"number": parcel.number}, {"$set": {"note": parcel.note}})
    return "", 204
