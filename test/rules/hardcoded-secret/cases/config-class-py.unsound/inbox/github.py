import hashlib
import hmac

from flask import Blueprint, abort, request

from inbox.config import Config
from inbox.store import pushes

github = Blueprint("github", __name__)


@github.post("/inbox/github")  # want missing-idempotency "`pushes.insert_one` writes one more entry"
def push():
    mine = "sha256=" + hmac.new(Config.GITHUB_HOOK_SECRET.encode(), request.data, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine, request.headers.get("X-Hub-Signature-256", "")):
        abort(401)
    pushes.insert_one({"commit": request.get_json()["after"]})
    return "", 204
