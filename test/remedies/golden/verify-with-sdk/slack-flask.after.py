import os

from flask import Flask, request
from slack_sdk import WebClient
from slack_sdk.signature import SignatureVerifier

app = Flask(__name__)
client = WebClient()


@app.post("/slack")
def slack():
    secret = os.environ.get("SLACK_SIGNING_SECRET")
    if not secret:
        return "Webhook secret is not configured.", 500
    raw_body = request.get_data()
    timestamp = request.headers.get("X-Slack-Request-Timestamp") or ""
    if (
        not timestamp.isdecimal()
        or not SignatureVerifier(secret).is_valid(raw_body, timestamp, request.headers.get("X-Slack-Signature"))
    ):
        return "Invalid signature.", 401
    client.chat_postMessage(channel=request.json["event"]["channel"], text="hi")
    return "", 200
