import os
import subprocess

from flask import Flask, abort, request
from standardwebhooks import Webhook


app = Flask(__name__)


@app.post("/hooks/crates")  # want missing-rate-limit "`subprocess.run`"
def lost():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    subprocess.run(["/usr/local/bin/render-film"], check=True)
    return "", 204
