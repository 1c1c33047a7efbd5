import os

from flask import Flask, abort, request
from standardwebhooks import Webhook

from outward import notify

app = Flask(__name__)


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    event = request.get_json()
    notify(event)
    return "", 204
