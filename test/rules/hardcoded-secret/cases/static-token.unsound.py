import hmac

from flask import Flask, abort, request

from pipelines import record

app = Flask(__name__)
GITLAB_TOKEN = "glhook-71c0ffee-prod"  # want hardcoded-secret "in the source"


@app.post("/inbox/gitlab")
def gitlab():
    if not hmac.compare_digest(request.headers.get("X-Gitlab-Token", ""), GITLAB_TOKEN):
        abort(401)
    body = request.get_json()
    if body["object_kind"] == "pipeline":
        record(body["object_attributes"]["id"], body["object_attributes"]["status"])
    return "", 200
