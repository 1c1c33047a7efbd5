import os

from flask import Flask, abort, request
from standardwebhooks import Webhook

from jobs import queue

app = Flask(__name__)


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    queue.enqueue("move", request.get_json())
    return "", 202
