import os

from flask import Flask, abort, request
from standardwebhooks import Webhook
from flask.views import MethodView

from yard import crates

app = Flask(__name__)


class CrateHook(MethodView):
    def post(self):  # want unbounded-payload "takes a body of any size"
        Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
        crates.replace_one({"_id": request.json["id"]}, {"state": request.json["state"]}, upsert=True)
        return "", 204


app.add_url_rule("/hooks/crates", view_func=CrateHook.as_view("crates"))
