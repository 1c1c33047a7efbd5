import hashlib
import hmac
import os

import requests
from flask import Flask, request

app = Flask(__name__)


@app.post("/inbox/github")
def github():
    body = request.get_json()
    event = request.headers["X-GitHub-Event"]
    requests.post(  # want late-verification "before the signature"
        os.environ["CHAT_URL"],
        json={"text": f"{body['sender']['login']} sent {event} to {body['repository']['full_name']}"},
        timeout=5,
    )

    key = os.environ["GITHUB_HOOK_SECRET"].encode()
    expected = "sha256=" + hmac.new(key, request.data, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Hub-Signature-256", "")):
        return "unauthorized", 401
    return "ok"
