import hashlib
import hmac
import os

from flask import Flask, abort, request
from store import parcels

app = Flask(__name__)


@app.before_request
def known_sender():
    wanted = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)


@app.post("/hooks/parcels")
def parcels():
    note = request.get_json()["note"]
    if not isinstance(note, str) or len(note) > 200:
        abort(400)
    parcels.insert_one({"note": note})
    return "", 204
