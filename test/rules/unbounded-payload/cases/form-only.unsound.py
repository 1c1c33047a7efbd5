import os

from flask import Flask, abort, request
from standardwebhooks import Webhook

from yard import crates

app = Flask(__name__)


@app.route("/hooks/crates", methods=["POST"])  # want unbounded-payload "takes a body of any size"
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    event = request.get_json(silent=True) or {}
    crates.replace_one({"_id": event.get("id")}, {"state": event.get("state")}, upsert=True)
    return "", 204
