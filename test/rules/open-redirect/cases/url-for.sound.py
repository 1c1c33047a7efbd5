import hashlib
import hmac
import os

from flask import Flask, abort, request
from flask import redirect, url_for

from installs import remember

app = Flask(__name__)


def genuine(raw, sent):
    mine = "sha256=" + hmac.new(os.environ["GITHUB_WEBHOOK_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine.encode(), (sent or "").encode())


@app.route("/hooks/installs", methods=["POST"])
def incoming():
    if not genuine(request.get_data(), request.headers.get("X-Hub-Signature-256")):
        abort(401)
    event = request.get_json()
    remember(event["installation"]["id"])
    if request.args.get("next"):
        return redirect(url_for("installed", next=request.args["next"]))
    return "", 204
