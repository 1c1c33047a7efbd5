import hashlib
import hmac
import os

from flask import Flask, abort, request

from store import parcels

app = Flask(__name__)


@app.post("/hooks/parcels")
def receive():
    sent = hashlib.sha256(request.args.get("key", "").encode()).digest()
    if not hmac.compare_digest(sent, hashlib.sha256(os.environ["PARCEL_KEY"].encode()).digest()):  # want secret-in-url "in the query string"
        abort(401)
    parcels.insert_one(request.get_json())
    return "", 204
