import hashlib
import hmac
import os
import time

from flask import Flask, abort, request

from store import messages

app = Flask(__name__)


@app.post("/inbox/chat")
def receive():
    timestamp = request.headers.get("X-Slack-Request-Timestamp", "")
    if int(timestamp or 0) < time.time() - 300:  # want missing-timestamp-tolerance "Only old deliveries are refused"
        abort(401)
    signed = f"v0:{timestamp}:{request.get_data(as_text=True)}"
    expected = "v0=" + hmac.new(os.environ["CHAT_SECRET"].encode(), signed.encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), request.headers.get("X-Slack-Signature", "").encode()):
        abort(401)
    messages.insert_one(request.get_json())
    return "", 204
