import hashlib
import hmac
import os

from flask import Flask, abort, request

from readings import db

app = Flask(__name__)
SECRET = os.environ.get("METER_SECRET", "")
UNIT = os.environ.get("METER_UNIT", "kwh")


@app.post("/hooks/meters")
def meter():
    if not SECRET:
        abort(503)
    mine = hmac.new(SECRET.encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine, request.headers.get("X-Meter-Signature", "")):
        abort(401)
    body = request.get_json()
    db.readings.insert_one({"meter": body["meter"], "value": body["value"], "unit": UNIT})
    return "", 204
