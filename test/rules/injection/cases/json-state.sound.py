import hashlib
import hmac
import os

from flask import Flask, abort, request
import base64
import json

import yaml

from states import keep

app = Flask(__name__)


def genuine(raw, sent):
    mine = "sha256=" + hmac.new(os.environ["GITHUB_WEBHOOK_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine.encode(), (sent or "").encode())


@app.route("/hooks/states", methods=["POST"])
def incoming():
    if not genuine(request.get_data(), request.headers.get("X-Hub-Signature-256")):
        abort(401)
    event = request.get_json()
    keep(json.loads(base64.b64decode(event["state"])))
    keep(yaml.safe_load(event["config"]))
    keep(yaml.load(event["more"], Loader=yaml.SafeLoader))
    return "", 204
