import hashlib
import hmac
import os

from flask import Flask, abort, request
from triage import triage

app = Flask(__name__)


def genuine(raw, sent):
    mine = "sha256=" + hmac.new(os.environ["GITHUB_WEBHOOK_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine.encode(), (sent or "").encode())


@app.route("/hooks/issues", methods=["POST"])
def incoming():
    if not genuine(request.get_data(), request.headers.get("X-Hub-Signature-256")):
        abort(401)
    event = request.get_json()
    triage(event["issue"]["title"], event["issue"]["body"])  # want payload-to-llm "with tools"
    return "", 204
