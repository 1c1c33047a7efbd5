import os

from flask import Flask, request
from procedures import caller
from standardwebhooks import Webhook

from yard import crates

app = Flask(__name__)


@app.post("/hooks/crates")
def moved():
    try:
        event = Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
        caller({"owner": crates.find_one({"kind": "owner"})}).moved(event)
    except Exception as problem:
        return f"Delivery refused: {problem}", 400  # want error-detail-leak "the text of an exception"
    return "", 204
