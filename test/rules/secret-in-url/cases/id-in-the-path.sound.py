import hashlib
import hmac
import os

from flask import Flask, abort, request

from store import parcels

app = Flask(__name__)


@app.post("/hooks/depots/<depot>/parcels")
def receive(depot):
    if depot not in ("north", "south"):
        abort(404)
    expected = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)
    parcels.insert_one(request.get_json())
    return "", 204
