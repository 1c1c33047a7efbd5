import hashlib
import hmac
import os

from flask import Flask, abort, request

from store import parcels

app = Flask(__name__)


@app.post("/hooks/parcels")
def receive():
    made = hashlib.sha256()
    made.update(request.get_data())
    made.update(os.environ["PARCEL_SECRET"].encode())
    if not hmac.compare_digest(made.hexdigest(), request.headers.get("X-Parcel-Signature", "")):  # want weak-signature-algorithm "no MAC"
        abort(401)
    parcels.insert_one(request.get_json())
    return "", 204
