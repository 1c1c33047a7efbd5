import os
import subprocess

from flask import Flask, request
from standardwebhooks import Webhook

app = Flask(__name__)


@app.post("/webhooks/pushes")
def pushed():
    event = Webhook(os.environ["PUSH_KEY"]).verify(request.get_data(), dict(request.headers))
    subprocess.run(["git", "-C", f"/srv/{event['name']}", "fetch", "--prune"], check=True)
    return "", 204
