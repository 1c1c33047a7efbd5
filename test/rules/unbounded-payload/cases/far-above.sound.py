import os

from flask import Flask, abort, request
from standardwebhooks import Webhook

from yard import crates

MEGABYTE = 1024 * 1024

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 25 * MEGABYTE


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    crates.replace_one({"_id": request.json["id"]}, {"state": request.json["state"]}, upsert=True)
    return "", 204
