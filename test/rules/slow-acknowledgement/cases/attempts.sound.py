import os

import requests
from flask import Flask, abort, request
from standardwebhooks import Webhook


app = Flask(__name__)


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    event = request.get_json()
    for attempt in range(3):
        if requests.post("https://push.internal/send", json={"id": 1}, timeout=1).ok:
            break
    return "", 204
