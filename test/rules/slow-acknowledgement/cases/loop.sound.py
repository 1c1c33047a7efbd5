import os

from flask import Flask, abort, request
from standardwebhooks import Webhook

from yard import crates

app = Flask(__name__)


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    event = request.get_json()
    total = 0
    for line in event["lines"]:
        total += int(line["count"])
    crates.update_one({"_id": event["id"]}, {"$set": {"total": total}})
    return "", 204
