import os

from concurrent.futures import ThreadPoolExecutor

from flask import Flask, abort, request
from standardwebhooks import Webhook

from outward import notify

app = Flask(__name__)
executor = ThreadPoolExecutor()


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    event = request.get_json()
    executor.submit(notify, event)
    return "", 204
