import os

from flask import Flask, abort, request
from standardwebhooks import Webhook

from steps import settle

app = Flask(__name__)


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    event = request.get_json()
    settle(event)
    return "", 204
