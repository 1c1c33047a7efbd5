import hashlib
import hmac
import os

from flask import Flask, abort, request

from readings import db

app = Flask(__name__)
SECRET = os.environ.get("METER_SECRET", "change-me-before-launch").encode()  # want hardcoded-secret "default"


@app.post("/hooks/meters")
def meter():
    mine = hmac.new(SECRET, request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine, request.headers.get("X-Meter-Signature", "")):
        abort(401)
    body = request.get_json()
    db.readings.insert_one({"meter": body["meter"], "kwh": body["kwh"]})
    return "", 204
