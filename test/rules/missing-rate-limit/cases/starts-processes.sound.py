import os

import subprocess

from flask import Flask, abort, request
from standardwebhooks import Webhook
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address


app = Flask(__name__)
app.config["RATELIMIT_DEFAULT"] = "10 per minute"
limiter = Limiter(get_remote_address)
limiter.init_app(app)


@app.post("/hooks/deploy")
def deploy():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    subprocess.run(["/usr/local/bin/deploy"], check=True)
    return "", 204
