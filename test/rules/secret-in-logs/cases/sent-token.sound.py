import hmac
import logging
import os

from flask import Flask, request

from yard import crates

app = Flask(__name__)


@app.post("/hooks/gitlab")
def pushed():
    token = request.headers.get("X-Gitlab-Token", "")
    logging.info("token there: %s, event %s", token != "", request.headers.get("X-Gitlab-Event"))
    if not hmac.compare_digest(token.encode(), os.environ["GITLAB_TOKEN"].encode()):
        logging.warning("wrong token from %s", request.remote_addr)
        return "", 401
    crates.insert_one(request.get_json())
    return "", 204
