import hashlib
import hmac
import os

from flask import Flask, abort, request
from pymongo import MongoClient

app = Flask(__name__)

db = MongoClient().parcels
COLLECTIONS = {"letter": "letters", "box": "boxes"}


@app.before_request
def known_sender():
    wanted = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)


@app.post("/hooks/parcels")
def parcels():
    body = request.get_json()
    kind = COLLECTIONS.get(body["kind"])
    if kind is None:
        abort(400)
    db[kind].update_one({"number": str(body["number"])}, {"$set": {"arrived": True}})
    return "", 204
