import hmac
import os

from flask import Flask, abort, request

from store import parcels

app = Flask(__name__)


@app.post("/hooks/parcels")
def receive():
    if not hmac.compare_digest(request.args.get("token", "").encode(), os.environ["PARCEL_TOKEN"].encode()):  # want secret-in-url "`token` in the query string"
        abort(401)
    parcels.insert_one(request.get_json())
    return "", 204
