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
        if current_app.debug:
            return {"error": str(problem)}, 500
        return {"error": "not stored"}, 500
    return "", 204
