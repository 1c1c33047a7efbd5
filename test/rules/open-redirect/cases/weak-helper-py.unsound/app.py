import hashlib
import hmac
import os

from flask import Flask, abort, request
from flask import redirect

from ours import is_ours

app = Flask(__name__)


def genuine(raw, sent):
    mine = "sha256=" + hmac.new(os.environ["GITHUB_WEBHOOK_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine.encode(), (sent or "").encode())


@app.route("/hooks/leaving", methods=["POST"])
def incoming():
    if not genuine(request.get_data(), request.headers.get("X-Hub-Signature-256")):
        abort(401)
    event = request.get_json()
    if is_ours(event["sender"]["site"]):
        return redirect(event["sender"]["site"])  # want open-redirect "decides where"
    return "", 204
