import hashlib
import hmac
import json
import os

from flask import Flask, abort, request

from readings import readings

app = Flask(__name__)


def open_reading(raw, signature):
    mine = hmac.new(os.environ["METER_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine, signature):
        return None
    return json.loads(raw)


@app.post("/hooks/meters")
def meter_reading():
    raw = request.get_data()
    signature = request.headers.get("X-Meter-Signature", "")
    body = open_reading(raw, signature)
    if body is None:
        abort(401)

    readings.insert_one({"meter": body["meter"], "kwh": body["kwh"]})
    return "", 204
