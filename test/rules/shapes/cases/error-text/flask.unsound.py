import hashlib
import hmac
import json
import os

from flask import Flask, request

from readings import readings

app = Flask(__name__)


def problem_with(raw, signature):
    if not signature:
        return "unsigned"
    mine = hmac.new(os.environ["METER_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    return None if hmac.compare_digest(mine, signature) else "signature does not match"


@app.post("/hooks/meters")
def meter_reading():
    raw = request.get_data()
    signature = request.headers.get("X-Meter-Signature", "")
    problem = problem_with(raw, signature)
    if problem:  # want fail-open-verification "does not stop"
        app.logger.warning(problem)

    body = json.loads(raw)
    readings.insert_one({"meter": body["meter"], "kwh": body["kwh"]})
    return "", 204
