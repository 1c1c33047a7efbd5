import hashlib
import hmac
import os

from flask import Blueprint, abort, request

from inbox import inbox

messenger = Blueprint("messenger", __name__)


@messenger.get("/messenger/hook")
def subscribe():
    if request.args.get("hub.verify_token") != os.environ["MESSENGER_VERIFY_TOKEN"]:
        abort(403)
    return request.args.get("hub.challenge", "")


@messenger.post("/messenger/hook")
def receive():
    key = os.environ["MESSENGER_APP_SECRET"].encode()
    expected = "sha256=" + hmac.new(key, request.data, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Hub-Signature-256", "")):
        abort(403)
    for entry in request.get_json()["entry"]:
        inbox.insert_one(entry)
    return "ok"
