import os

from flask import Flask, abort, request
from standardwebhooks import Webhook

from yard import crates

app = Flask(__name__)


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    event = request.get_json()
    crates.update_many({"_id": {"$in": [int(line["id"]) for line in event["lines"]]}}, {"$set": {"seen": True}})
    return "", 204
