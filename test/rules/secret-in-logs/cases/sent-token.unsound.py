import hmac
import logging
import os

from flask import Flask, request

from yard import crates

app = Flask(__name__)


@app.post("/hooks/gitlab")
def pushed():
    token = request.headers.get("X-Gitlab-Token", "")
    logging.info("token %s for %s", token, request.headers.get("X-Gitlab-Event"))  # want secret-in-logs "the header `x-gitlab-token`"
    if not hmac.compare_digest(token.encode(), os.environ["GITLAB_TOKEN"].encode()):
        return "", 401
    crates.insert_one(request.get_json())
    return "", 204
