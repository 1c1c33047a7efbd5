import hashlib
import hmac
import os

from flask import Flask, abort, request

from store import parcels

app = Flask(__name__)


@app.post("/hooks/parcels")
def receive():
    expected = hashlib.sha256(request.get_data()).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Parcel-Signature", "")):  # want weak-signature-algorithm "no secret in it"
        abort(401)
    parcels.insert_one(request.get_json())
    return "", 204
