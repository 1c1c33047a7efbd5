import hashlib
import hmac
import os

from flask import Flask, abort, request

from store import releases

app = Flask(__name__)


@app.post("/inbox/releases")
def receive():
    if request.headers.get("X-GitHub-Event") != "release":
        return "", 204
    expected = "sha1=" + hmac.new(os.environ["RELEASE_SECRET"].encode(), request.get_data(), hashlib.sha1).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Hub-Signature", "")):  # want weak-signature-algorithm "GitHub's SHA-1 signature"
        abort(401)
    releases.insert_one(request.get_json())
    return "", 204
