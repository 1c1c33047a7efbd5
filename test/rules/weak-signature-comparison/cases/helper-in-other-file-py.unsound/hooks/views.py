import os

from flask import Blueprint, abort, request

from hooks.signature import is_signed
from hooks.store import store

views = Blueprint("github", __name__, url_prefix="/inbox/github")


@views.post("/issues")
def issues():
    if not is_signed(request.data, request.headers.get("X-Hub-Signature-256"), os.environ["GITHUB_HOOK_SECRET"]):
        abort(401)
    store.issues.insert_one({"number": request.get_json()["issue"]["number"]})
    return "", 204


@views.post("/pushes")  # want missing-idempotency "`store.pushes.insert_one` writes one more entry"
def pushes():
    if not is_signed(request.data, request.headers.get("X-Hub-Signature-256"), os.environ["GITHUB_HOOK_SECRET"]):
        abort(401)
    store.pushes.insert_one({"commit": request.get_json()["after"]})
    return "", 204
