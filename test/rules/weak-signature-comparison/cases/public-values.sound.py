import hashlib
import hmac
import os

from flask import Flask, abort, request

from repos import db

app = Flask(__name__)


@app.post("/inbox/github")
def github():
    header = request.headers.get("X-Hub-Signature-256")
    if header is None or header == "":
        abort(401)
    algorithm, _, digest = header.partition("=")
    if algorithm != "sha256" or len(digest) != 64:
        abort(400)

    expected = hmac.new(os.environ["GITHUB_HOOK_SECRET"].encode(), request.data, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(digest, expected):
        abort(401)

    if request.headers.get("X-GitHub-Event") == "ping":
        return "pong"
    if request.headers.get("X-GitHub-Hook-Installation-Target-ID") != os.environ["GITHUB_APP_ID"]:
        return "", 202
    body = request.get_json()
    if body["action"] in ("created", "renamed"):
        db.repos.update_one({"_id": body["repository"]["id"]}, {"$set": {"name": body["repository"]["full_name"]}}, upsert=True)
    return "", 204
