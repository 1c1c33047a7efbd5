import hashlib
import hmac
import os

from flask import Blueprint, abort, request

from readings import readings

hooks = Blueprint("hooks", __name__, url_prefix="/hooks")


@hooks.before_request
def require_signature():
    signature = request.headers.get("X-Meter-Signature")
    if signature is None:
        abort(401)
    mine = hmac.new(os.environ["METER_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine, signature):
        abort(401)


@hooks.post("/meters")
def meter_reading():
    body = request.get_json()
    readings.insert_one({"meter": body["meter"], "kwh": body["kwh"]})
    return "", 204
