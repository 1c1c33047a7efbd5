import hashlib
import hmac

from flask import Blueprint, abort, current_app, request

from inbox.store import pushes

github = Blueprint("github", __name__)


@github.post("/inbox/github")
def push():
    key = current_app.config["GITHUB_HOOK_SECRET"].encode()
    mine = "sha256=" + hmac.new(key, request.data, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine, request.headers.get("X-Hub-Signature-256", "")):
        abort(401)
    pushes.replace_one({"_id": request.get_json()["after"]}, {"state": "pushed"}, upsert=True)
    return "", 204
