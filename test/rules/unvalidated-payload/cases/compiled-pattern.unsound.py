import hashlib
import hmac
import os

from flask import Flask, abort, request
import re

from store import parcels

app = Flask(__name__)

NUMBER = re.compile(r"^[A-Z0-9]+$")


@app.before_request
def known_sender():
    wanted = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)


@app.post("/hooks/parcels")
def parcels():
    number = request.get_json()["number"]
    if NUMBER.match(number) is None:  # want unvalidated-payload "through with a line break"
        abort(400)
    parcels.delete_one({"number": number})
    return "", 204
