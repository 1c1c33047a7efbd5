import os

from flask import Flask, request

from pipelines import record

app = Flask(__name__)


@app.route("/inbox/gitlab", methods=["POST"])
def gitlab():
    if request.headers.get("X-Gitlab-Token") != os.environ["GITLAB_HOOK_TOKEN"]:  # want weak-signature-comparison "constant time"
        return "unknown sender", 401

    body = request.get_json()
    if body["object_kind"] == "pipeline":
        record(body["object_attributes"]["id"], body["object_attributes"]["status"])
    return "", 200
