import json

from flask import Flask, abort, request

from meters.genuine import is_genuine
from meters.readings import readings

app = Flask(__name__)


@app.post("/hooks/meters")
def meter_reading():
    raw = request.get_data()
    if not is_genuine(raw, request.headers.get("X-Meter-Signature", "")):
        abort(401)
    body = json.loads(raw)
    readings.insert_one({"meter": body["meter"], "kwh": body["kwh"]})
    return "", 204
