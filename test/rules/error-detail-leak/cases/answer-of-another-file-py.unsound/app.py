import os

from flask import Flask, abort, request
from standardwebhooks import Webhook

from answers import failed
from yard import crates

app = Flask(__name__)


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    try:
        crates.insert_one(request.get_json())
    except Exception as problem:
        return failed(problem)
    return "", 204
