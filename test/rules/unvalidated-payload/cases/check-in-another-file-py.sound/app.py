import hashlib
import hmac
import os

from flask import Flask, abort, request
from checks import checked_name
from store import parcels

app = Flask(__name__)


@app.before_request
def known_sender():
    wanted = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)


@app.post("/hooks/parcels")
def parcels():
    body = request.get_json()
    name = checked_name(body["name"])
    parcels.update_one({"name": name}, {"$set": {"arrived": True}})
    return "", 204
