import hashlib
import hmac
import os

from flask import Flask, abort, request

from store import messages

app = Flask(__name__)


@app.post("/inbox/messenger/events")
def receive():
    expected = f"sha1={hmac.new(os.environ['APP_SECRET'].encode(), request.get_data(), 'sha1').hexdigest()}"
    if not hmac.compare_digest(expected, request.headers.get("X-Hub-Signature", "")):  # want weak-signature-algorithm "SHA-1 signature"
        abort(401)
    messages.insert_one(request.get_json())
    return "", 204
