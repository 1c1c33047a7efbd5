import os

from flask import Flask, abort, request
from standardwebhooks import Webhook

from yard import crates

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 1024 * 1024 * 1024  # want unbounded-payload "bodies of 1 GB"


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    crates.replace_one({"_id": request.json["id"]}, {"state": request.json["state"]}, upsert=True)
    return "", 204
