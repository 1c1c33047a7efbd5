import os

from flask import Flask, abort, request
from standardwebhooks import Webhook

from extensions import limiter
from yard import crates

app = Flask(__name__)
limiter.init_app(app)


@app.post("/hooks/crates")
@limiter.limit("10/minute")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    crates.insert_one(request.get_json())
    return "", 204
