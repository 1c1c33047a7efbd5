import os

from flask import Flask, abort, request
from standardwebhooks import Webhook

from yard import crates

app = Flask(__name__)


@app.before_request
def not_too_much():
    if request.content_length is None or request.content_length > 200_000:
        abort(413)


@app.route("/hooks/crates", methods=["POST"])
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    event = request.get_json(silent=True) or {}
    crates.replace_one({"_id": event.get("id")}, {"state": event.get("state")}, upsert=True)
    return "", 204
