import hashlib
import hmac
import os

from flask import Flask, abort, request

from ledger import ledger

app = Flask(__name__)


def from_github():
    mac = hmac.new(os.environ["GITHUB_WEBHOOK_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    return hmac.compare_digest(f"sha256={mac}".encode(), request.headers.get("X-Hub-Signature-256", "").encode())


def from_gitlab():
    return hmac.compare_digest(os.environ["GITLAB_TOKEN"].encode(), request.headers.get("X-Gitlab-Token", "").encode())


CHECKS = {"github": from_github, "gitlab": from_gitlab}


@app.post("/hooks/<sender>")
def receive(sender):
    check = CHECKS.get(sender)
    if check is None or not check():
        abort(401)
    ledger.insert_one(request.get_json())
    return "", 204
