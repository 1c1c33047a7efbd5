import hashlib
import hmac
import os

from flask import Flask, abort, request

from store import parcels

app = Flask(__name__)


@app.post("/hooks/parcels/<number>/<mac>")
def receive(number, mac):
    expected = hmac.new(os.environ["PARCEL_SECRET"].encode(), number.encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), mac.encode()):
        abort(404)
    parcels.update_one({"number": number}, {"$set": {"state": request.get_json()["state"]}})
    return "", 204
