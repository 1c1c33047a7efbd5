import os

from flask import Flask, abort, request
from standardwebhooks import Webhook
from flask_limiter import Limiter

from yard import crates

app = Flask(__name__)


def edge_address():
    return request.headers.get("CF-Connecting-IP") or request.remote_addr


limiter = Limiter(edge_address, app=app)


@app.post("/hooks/crates")
@limiter.limit("10/minute")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    crates.insert_one(request.get_json())
    return "", 204
