import os

from flask import Flask, jsonify, request
from slack_sdk.signature import SignatureVerifier

from mentions import store

app = Flask(__name__)
verifier = SignatureVerifier(os.environ["SLACK_SIGNING_SECRET"])


@app.route("/slack/events", methods=["POST"])
def slack_events():
    body = request.get_json()
    if body.get("type") == "url_verification":
        return jsonify(challenge=body["challenge"])

    if not verifier.is_valid_request(request.get_data(), request.headers):
        return "unauthorized", 401

    event = body.get("event", {})
    if event.get("type") == "app_mention":
        store.insert_one({"_id": event["event_ts"], "channel": event["channel"], "text": event["text"]})
    return ""
