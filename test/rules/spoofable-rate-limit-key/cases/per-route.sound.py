import os

from flask import Flask, abort, request
from standardwebhooks import Webhook
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from yard import crates

app = Flask(__name__)
limiter = Limiter(get_remote_address, app=app)


@app.post("/hooks/crates")
@limiter.limit("10/minute", key_func=lambda: "all deliveries")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    crates.insert_one(request.get_json())
    return "", 204
