import hashlib
import hmac
import os

from flask import Flask, abort, request

from db import parcels

app = Flask(__name__)


@app.post("/webhooks/parcels")
def moved():
    body = request.get_data()
    mine = hmac.new(os.environ["PARCEL_KEY"].encode(), body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)
    parcels.update_one({"_id": request.get_json()["id"]}, {"$set": {"seen": True}}, upsert=True)
    return "", 204


if __name__ == "__main__":
    app.run(port=int(os.environ["PORT"]), threaded=True)
