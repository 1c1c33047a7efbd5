import hmac

from flask import Flask, abort, request

from digest import digest_of
from store import parcels

app = Flask(__name__)


@app.post("/hooks/parcels")
def receive():
    if not hmac.compare_digest(digest_of(request.get_data()), request.headers.get("X-Parcel-Signature", "")):  # want weak-signature-algorithm "no MAC"
        abort(401)
    parcels.insert_one(request.get_json())
    return "", 204
