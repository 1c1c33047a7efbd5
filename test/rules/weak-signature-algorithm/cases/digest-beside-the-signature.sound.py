import hashlib
import hmac
import os

from flask import Flask, abort, request

from store import parcels

app = Flask(__name__)


@app.post("/hooks/parcels")
def receive():
    body = request.get_data()
    if not hmac.compare_digest(hashlib.sha256(body).hexdigest(), request.headers.get("X-Parcel-Digest", "")):
        abort(400)
    expected = hmac.new(os.environ["PARCEL_SECRET"].encode(), body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Parcel-Signature", "")):
        abort(401)
    parcels.insert_one(request.get_json())
    return "", 204
