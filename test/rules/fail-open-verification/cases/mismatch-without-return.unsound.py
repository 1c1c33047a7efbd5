import hashlib
import hmac
import os
import subprocess

from flask import Flask, make_response, request

app = Flask(__name__)


@app.route("/inbox/gitea", methods=["POST"])
def gitea():
    expected = hmac.new(os.environ["GITEA_SECRET"].encode(), request.data, hashlib.sha256).hexdigest()
    response = make_response("deploying")

    if not hmac.compare_digest(expected, request.headers.get("X-Gitea-Signature", "")):  # want fail-open-verification "does not stop"
        app.logger.warning("signature does not match")
        response.status_code = 403

    subprocess.Popen(["/srv/deploy.sh", request.get_json()["after"]])
    return response
