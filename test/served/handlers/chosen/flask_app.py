import hashlib
import hmac
import os

from flask import Flask, abort, request

from db import Parcel, db

app = Flask(__name__)


@app.before_request
def genuine():
    mine = hmac.new(os.environ["PARCEL_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)


@app.post("/webhooks/kinds")
def kinds():
    body = request.get_json()
    db.get_collection(body["kind"]).delete_one({"id": str(body["id"])})
    return "", 204


@app.post("/webhooks/parcels")
def parcels():
    body = request.get_json()
    Parcel.query.filter_by(number=int(body["number"])).update(body)
    return "", 204


if __name__ == "__main__":
    app.run(port=int(os.environ["PORT"]))
