import hashlib
import hmac
import os

from flask import Flask, abort, request
from flask.views import MethodView

from readings import readings

app = Flask(__name__)


def signed(view):
    def wrapper(*args, **kwargs):
        mine = hmac.new(os.environ["METER_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mine, request.headers.get("X-Meter-Signature", "")):
            abort(401)
        return view(*args, **kwargs)

    return wrapper


class MeterHook(MethodView):
    decorators = [signed]

    def post(self):
        body = request.get_json()
        readings.insert_one({"meter": body["meter"], "kwh": body["kwh"]})
        return "", 204


app.add_url_rule("/hooks/meters", view_func=MeterHook.as_view("meters"))
