import os

from flask import Flask, request
from slack_sdk.signature import SignatureVerifier

from mentions import store

app = Flask(__name__)
verifier = SignatureVerifier(os.getenv("SLACK_SIGNING_SECRET") or "development-only-secret")  # want hardcoded-secret "default"


@app.post("/slack/events")  # want missing-idempotency "`store.insert_one` writes one more entry"
def events():
    if not verifier.is_valid_request(request.get_data(), request.headers):
        return "unauthorized", 401
    event = request.get_json()["event"]
    store.insert_one({"channel": event["channel"], "text": event["text"]})
    return ""
