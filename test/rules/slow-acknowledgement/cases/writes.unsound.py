import os

from flask import Flask, abort, request
from standardwebhooks import Webhook

from yard import crates

app = Flask(__name__)


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    event = request.get_json()
    for line in event["lines"]:
        crates.update_one({"_id": int(line["id"])}, {"$set": {"seen": True}})  # want slow-acknowledgement "in a loop"
    return "", 204
