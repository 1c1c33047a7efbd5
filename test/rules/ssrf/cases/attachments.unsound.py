import hashlib
import hmac
import os

from flask import Flask, abort, request
import requests

from files import keep

app = Flask(__name__)
session = requests.Session()


def genuine(raw, sent):
    mine = "sha256=" + hmac.new(os.environ["GITHUB_WEBHOOK_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine.encode(), (sent or "").encode())


@app.route("/hooks/mails", methods=["POST"])
def incoming():
    if not genuine(request.get_data(), request.headers.get("X-Hub-Signature-256")):
        abort(401)
    event = request.get_json()
    for one in event.get("attachments", []):
        keep(session.get(one["url"], timeout=5).content)  # want ssrf "decides which host"
    return "", 204
