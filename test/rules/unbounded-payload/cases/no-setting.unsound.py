import os

from flask import Flask, abort, request
from standardwebhooks import Webhook

from yard import crates

app = Flask(__name__)


@app.post("/hooks/crates")  # want unbounded-payload "`MAX_CONTENT_LENGTH` is not set anywhere"
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    crates.replace_one({"_id": request.json["id"]}, {"state": request.json["state"]}, upsert=True)
    return "", 204
