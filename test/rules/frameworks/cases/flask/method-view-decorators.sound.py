import functools
import hashlib
import hmac
import os

from flask import Flask, abort, request
from flask.views import MethodView

from harbour import berths

app = Flask(__name__)


def signed(view):
    @functools.wraps(view)
    def wrapper(*args, **kwargs):
        mac = hmac.new(os.environ["HARBOUR_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mac, request.headers.get("X-Harbour-Signature", "")):
            abort(401)
        return view(*args, **kwargs)

    return wrapper


class ArrivalHook(MethodView):
    decorators = [signed]

    def post(self, berth):
        berths.update_one({"berth": berth}, {"$set": {"ship": request.get_json()["ship"]}})
        return "", 204


app.add_url_rule("/hooks/arrivals/<berth>", view_func=ArrivalHook.as_view("arrivals"))
