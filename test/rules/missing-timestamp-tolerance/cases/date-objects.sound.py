import hashlib
import hmac
import os
from datetime import datetime, timedelta, timezone

from flask import Flask, abort, request

from store import messages

app = Flask(__name__)


@app.post("/inbox/chat")
def receive():
    timestamp = request.headers.get("X-Slack-Request-Timestamp", "")
    sent_at = datetime.fromtimestamp(int(timestamp or 0), tz=timezone.utc)
    if abs(datetime.now(timezone.utc) - sent_at) > timedelta(minutes=5):
        abort(401)
    signed = f"v0:{timestamp}:{request.get_data(as_text=True)}"
    expected = "v0=" + hmac.new(os.environ["CHAT_SECRET"].encode(), signed.encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), request.headers.get("X-Slack-Signature", "").encode()):
        abort(401)
    messages.insert_one(request.get_json())
    return "", 204
