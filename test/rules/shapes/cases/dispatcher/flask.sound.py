import hashlib
import hmac
import os

from flask import Flask, abort, request

from events import db

app = Flask(__name__)


def github(raw):
    mine = "sha256=" + hmac.new(os.environ["GITHUB_HOOK_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine, request.headers.get("X-Hub-Signature-256", ""))


def gitea(raw):
    mine = hmac.new(os.environ["GITEA_HOOK_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine, request.headers.get("X-Gitea-Signature", ""))


CHECKS = {"github": github, "gitea": gitea}


@app.post("/inbox/<source>")
def receive(source):
    check = CHECKS.get(source)
    if check is None:
        abort(404)
    if not check(request.get_data()):
        abort(401)
    db.events.insert_one({"source": source, "body": request.get_json()})
    return "", 204
