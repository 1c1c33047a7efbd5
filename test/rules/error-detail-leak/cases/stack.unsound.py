import os
import traceback

from flask import Flask, abort, request
from standardwebhooks import Webhook

from yard import crates

app = Flask(__name__)


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    try:
        crates.insert_one(request.get_json())
    except Exception:
        return {"trace": traceback.format_exc()}, 500  # want error-detail-leak "the stack of an exception"
    return "", 204
