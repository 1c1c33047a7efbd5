import hashlib
import hmac
import os

from flask import Flask, abort, request

from store import builds

app = Flask(__name__)


@app.post("/inbox/builds")
def receive():
    expected = hmac.new(os.environ["BUILD_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    parts = dict(part.split("=", 1) for part in request.headers.get("Circleci-Signature", "").split(",") if "=" in part)
    if not hmac.compare_digest(expected, parts.get("v1", "")):
        abort(401)
    builds.insert_one(request.get_json())
    return "", 204
