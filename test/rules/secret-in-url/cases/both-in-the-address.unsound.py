import hmac
import os

from flask import Flask, abort, request

from store import parcels

app = Flask(__name__)


@app.post("/hooks/<depot>/parcels")
def receive(depot):
    if not hmac.compare_digest(request.args.get("secret", "").encode(), os.environ["PARCEL_SECRET"].encode()):  # want secret-in-url "in the query string"
        abort(401)
    if depot not in ("north", "south"):
        abort(404)
    parcels.insert_one(request.get_json())
    return "", 204
