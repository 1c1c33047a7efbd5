import hashlib
import hmac
import json
import os

from flask import Flask, request

from readings import readings

app = Flask(__name__)


def refusal_of(raw, signature):
    """The answer to a delivery that is not genuine, else None."""
    mine = hmac.new(os.environ["METER_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine, signature):
        return "signature does not match", 401
    return None


@app.post("/hooks/meters")
def meter_reading():
    raw = request.get_data()
    signature = request.headers.get("X-Meter-Signature", "")
    if refusal := refusal_of(raw, signature):
        return refusal

    body = json.loads(raw)
    readings.insert_one({"meter": body["meter"], "kwh": body["kwh"]})
    return "", 204
