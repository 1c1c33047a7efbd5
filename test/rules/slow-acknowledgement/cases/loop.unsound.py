import os

import requests
from flask import Flask, abort, request
from standardwebhooks import Webhook


app = Flask(__name__)


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    event = request.get_json()
    for line in event["lines"]:
        requests.get("https://labels.internal/print?line=" + str(int(line)))  # want slow-acknowledgement "in a loop"
    return "", 204
