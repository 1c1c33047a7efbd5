import os

from flask import Flask, abort, request
from standardwebhooks import Webhook
from flask_limiter import Limiter

from yard import crates

app = Flask(__name__)


def source():
    return request.headers["X-Source"]


limiter = Limiter(source, app=app)  # want spoofable-rate-limit-key "the header `x-source`"


@app.post("/hooks/crates")
@limiter.limit("10/minute")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    crates.insert_one(request.get_json())
    return "", 204
