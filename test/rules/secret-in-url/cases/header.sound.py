import hmac
import os

from flask import Flask, abort, request

from store import parcels

app = Flask(__name__)


@app.post("/hooks/parcels")
def receive():
    if not hmac.compare_digest(request.headers.get("X-Parcel-Token", "").encode(), os.environ["PARCEL_TOKEN"].encode()):
        abort(401)
    parcels.insert_one(request.get_json())
    return "", 204
