import hashlib
import hmac
import json
import os
from dataclasses import dataclass

from flask import Flask, request

from readings import readings

app = Flask(__name__)


@dataclass
class Check:
    ok: bool
    reason: str = ""


def check(raw, signature):
    if not signature:
        return Check(False, "unsigned")
    mine = hmac.new(os.environ["METER_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine, signature):
        return Check(False, "signature does not match")
    return Check(True)


@app.post("/hooks/meters")
def meter_reading():
    raw = request.get_data()
    signature = request.headers.get("X-Meter-Signature", "")
    checked = check(raw, signature)
    if not checked.ok:
        return checked.reason, 401

    body = json.loads(raw)
    readings.insert_one({"meter": body["meter"], "kwh": body["kwh"]})
    return "", 204
