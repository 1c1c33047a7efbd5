import hashlib
import hmac
import os

from flask import Flask, abort, request
import re

from store import parcels

app = Flask(__name__)


def is_number(text):
    return re.match(r"^\d{8}\Z", text) is not None


@app.before_request
def known_sender():
    wanted = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)


@app.post("/hooks/parcels")
def parcels():
    body = request.get_json()
    if not is_number(body["number"]):
        abort(400)
    parcels.delete_one({"number": body["number"]})
    return "", 204
