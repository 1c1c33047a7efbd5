import hashlib
import hmac
import os

from flask import Flask, abort, request

from store import parcels

app = Flask(__name__)


@app.post("/hooks/parcels")
def receive():
    expected = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha1).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Parcel-Signature", "")):
        abort(401)
    parcels.insert_one(request.get_json())
    return "", 204
