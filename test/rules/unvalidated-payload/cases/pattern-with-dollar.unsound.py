import hashlib
import hmac
import os

from flask import Flask, abort, request
import re

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
    if not re.match(r"^[\w\-\.]+$", body["number"]):  # want unvalidated-payload "`re.match` lets `body["number"]` through with a line break"
        abort(400)
    parcels.update_one({"number": body["number"]}, {"$set": {"arrived": True}})
    return "", 204
