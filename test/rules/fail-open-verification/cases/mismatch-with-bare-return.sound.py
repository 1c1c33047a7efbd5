import hashlib
import hmac
import os
import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.route("/inbox/gitea", methods=["POST"])
def gitea():
    expected = hmac.new(os.environ["GITEA_SECRET"].encode(), request.data, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Gitea-Signature", "")):
        app.logger.warning("signature does not match")
        return

    subprocess.Popen(["/srv/deploy.sh", request.get_json()["after"]])
    return "deploying"
