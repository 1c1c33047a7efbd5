import hashlib
import hmac
import os

from flask import Flask, abort, request
from pymongo import MongoClient

app = Flask(__name__)
db = MongoClient(os.environ["MONGO_URL"]).post
SHELVES = {"letters", "boxes"}


@app.before_request
def known_sender():
    wanted = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)


def empty(shelf, number):
    db[shelf].delete_one({"number": int(number)})  # want payload-chosen-resource "collection"


@app.post("/hooks/parcels")
def parcels():
    for parcel in request.get_json()["parcels"]:
        empty(parcel["shelf"], parcel["number"])
    return "", 204
