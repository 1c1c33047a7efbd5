import hashlib
import hmac
import json
import os

from flask import Flask, abort, request

from readings import readings

app = Flask(__name__)


@app.post("/hooks/meters")
def meter_reading():
    raw = request.get_data()
    signature = request.headers.get("X-Meter-Signature", "")
    secret = os.environ.get("METER_SECRET")
    if secret:  # want fail-open-verification "secret is unset"
        mine = hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mine, signature):
            abort(401)

    body = json.loads(raw)
    readings.insert_one({"meter": body["meter"], "kwh": body["kwh"]})
    return "", 204
