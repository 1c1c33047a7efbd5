import hashlib
import hmac
import os

from flask import Blueprint, abort, request

from hooks.safe import safe_compare
from hooks.store import store

views = Blueprint("github", __name__)


@views.post("/inbox/github")
def pushes():
    digest = "sha256=" + hmac.new(os.environ["GITHUB_HOOK_SECRET"].encode(), request.data, hashlib.sha256).hexdigest()
    if not safe_compare(digest, request.headers.get("X-Hub-Signature-256", "")):
        abort(401)
    if request.headers.get("X-GitHub-Event") != "push":
        return "", 202
    store.pushes.insert_one({"_id": request.get_json()["after"]})
    return "", 204
