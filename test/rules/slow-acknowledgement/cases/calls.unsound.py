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
    requests.post("https://stock.internal/moves", json={"id": 1})
    requests.post("https://billing.internal/moves", json={"id": 1})
    requests.post("https://search.internal/moves", json={"id": 1})  # want slow-acknowledgement "makes 3 calls out"
    return "", 204
