import hashlib
import hmac
import json
import os

from flask import Flask, request

from readings import readings

app = Flask(__name__)


def check(raw, signature):
    if not signature:
        return {"ok": False, "reason": "unsigned"}
    mine = hmac.new(os.environ["METER_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine, signature):
        return {"ok": False, "reason": "signature does not match"}
    return {"ok": True}


@app.post("/hooks/meters")
def meter_reading():
    raw = request.get_data()
    signature = request.headers.get("X-Meter-Signature", "")
    checked = check(raw, signature)
    if not checked["ok"]:
        return checked["reason"], 401

    body = json.loads(raw)
    readings.insert_one({"meter": body["meter"], "kwh": body["kwh"]})
    return "", 204
