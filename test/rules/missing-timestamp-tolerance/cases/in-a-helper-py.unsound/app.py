from flask import Flask, abort, request

from authentic import is_authentic
from store import messages

app = Flask(__name__)


@app.post("/inbox/chat")
def receive():
    timestamp = request.headers.get("X-Slack-Request-Timestamp", "")
    if not is_authentic(request.get_data(), timestamp, request.headers.get("X-Slack-Signature", "")):
        abort(401)
    messages.insert_one(request.get_json())
    return "", 204
