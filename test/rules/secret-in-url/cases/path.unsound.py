import hmac
import os

from flask import Flask, abort, request

from store import parcels

app = Flask(__name__)


@app.post("/hooks/parcels/<secret>")
def receive(secret):
    if not hmac.compare_digest(secret.encode(), os.environ["PARCEL_SECRET"].encode()):  # want secret-in-url "in the path"
        abort(404)
    parcels.insert_one(request.get_json())
    return "", 204
