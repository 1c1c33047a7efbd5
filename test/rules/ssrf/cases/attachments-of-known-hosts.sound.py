import hashlib
import hmac
import os

from flask import Flask, abort, request
from urllib.parse import urlparse

import requests

from files import keep

app = Flask(__name__)
session = requests.Session()
HOSTS = frozenset(["files.example", "mail.example"])


def genuine(raw, sent):
    mine = "sha256=" + hmac.new(os.environ["GITHUB_WEBHOOK_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine.encode(), (sent or "").encode())


@app.route("/hooks/mails", methods=["POST"])
def incoming():
    if not genuine(request.get_data(), request.headers.get("X-Hub-Signature-256")):
        abort(401)
    event = request.get_json()
    for one in event.get("attachments", []):
        if urlparse(one["url"]).netloc not in HOSTS:
            continue
        keep(session.get(one["url"], timeout=5).content)
    return "", 204
