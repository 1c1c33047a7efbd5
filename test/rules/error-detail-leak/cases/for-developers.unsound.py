import os

from flask import Flask, abort, current_app, request
from standardwebhooks import Webhook

from yard import crates

app = Flask(__name__)


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    try:
        crates.insert_one(request.get_json())
    except Exception as problem:
        current_app.logger.exception("not stored")
        detail = f"could not store: {problem}"
        return {"error": detail}, 500  # want error-detail-leak "the text of an exception"
    return "", 204
