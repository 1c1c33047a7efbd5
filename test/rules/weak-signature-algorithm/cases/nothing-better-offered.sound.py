import hashlib
import hmac
import os

from flask import Flask, abort, request

from store import conversations

app = Flask(__name__)


@app.post("/inbox/conversations")
def receive():
    topic = request.get_json().get("topic")
    if topic is None:
        return "", 204
    expected = "sha1=" + hmac.new(os.environ["INTERCOM_SECRET"].encode(), request.get_data(), hashlib.sha1).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Hub-Signature", "")):
        abort(401)
    conversations.insert_one(request.get_json())
    return "", 204
