import hashlib
import hmac
import os

from flask import Flask, abort, request

from clock import reject_old
from store import messages

app = Flask(__name__)
app.before_request(reject_old)


@app.post("/inbox/chat")
def receive():
    signed = f"v0:{request.headers.get('X-Slack-Request-Timestamp', '')}:{request.get_data(as_text=True)}"
    expected = "v0=" + hmac.new(os.environ["CHAT_SECRET"].encode(), signed.encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), request.headers.get("X-Slack-Signature", "").encode()):
        abort(401)
    messages.insert_one(request.get_json())
    return "", 204
