import os

import requests
from flask import Flask, abort, request
from standardwebhooks import Webhook

from yard import crates, mailer

app = Flask(__name__)


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    event = request.get_json()
    requests.post("https://stock.internal/moves", json={"id": 1}, timeout=2)
    crates.insert_one({"_id": event["id"]})
    return "", 204
