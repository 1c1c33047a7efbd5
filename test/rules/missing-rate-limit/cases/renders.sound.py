import os
import subprocess

from flask import Flask, abort, request
from standardwebhooks import Webhook
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address


app = Flask(__name__)
limiter = Limiter(get_remote_address, app=app, default_limits=["120 per minute"])


@app.post("/hooks/crates")
def lost():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    subprocess.run(["/usr/local/bin/render-film"], check=True)
    return "", 204
