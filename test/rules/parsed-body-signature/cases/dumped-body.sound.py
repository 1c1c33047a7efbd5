import hashlib
import hmac
import json
import os

from flask import Flask, abort, request

from models import db

app = Flask(__name__)
SECRET = os.environ["PARCEL_HOOK_SECRET"].encode()


@app.post("/hooks/parcels")
def parcel_status():
    body = request.get_data()
    expected = hmac.new(SECRET, body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Parcel-Signature", "")):
        abort(401)

    event = json.loads(body)
    app.logger.info("parcel %s", json.dumps(event))
    db.parcels.update_one({"tracking": event["tracking"]}, {"$set": {"status": event["status"]}})
    return "", 204
