import hmac
import os

from flask import Flask, request

from pipelines import record

app = Flask(__name__)
TOKEN = os.environ["GITLAB_HOOK_TOKEN"]


@app.post("/hooks/gitlab")
def gitlab():
    given = request.headers.get("X-Gitlab-Token", "")
    if not hmac.compare_digest(given.encode(), TOKEN.encode()):
        return "unknown sender", 401

    if request.headers.get("X-Gitlab-Event") == "Pipeline Hook":
        attributes = request.get_json()["object_attributes"]
        record(attributes["id"], attributes["status"])
    return "", 200
