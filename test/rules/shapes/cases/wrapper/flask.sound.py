import functools
import hashlib
import hmac
import os

from flask import Flask, abort, request

from readings import readings

app = Flask(__name__)


def with_signature(header):
    def decorate(view):
        @functools.wraps(view)
        def wrapper(*args, **kwargs):
            mine = hmac.new(os.environ["METER_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
            if not hmac.compare_digest(mine, request.headers.get(header, "")):
                abort(401)
            return view(*args, **kwargs)

        return wrapper

    return decorate


@app.post("/hooks/meters")
@with_signature("X-Meter-Signature")
def meter_reading():
    body = request.get_json()
    readings.insert_one({"meter": body["meter"], "kwh": body["kwh"]})
    return "", 204
