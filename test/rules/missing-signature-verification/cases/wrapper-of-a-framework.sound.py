import os

from flask import Flask, request
from slack_bolt import App
from slack_bolt.adapter.flask import SlackRequestHandler

from mentions import db

bolt = App(token=os.environ["SLACK_BOT_TOKEN"], signing_secret=os.environ["SLACK_SIGNING_SECRET"])
handler = SlackRequestHandler(bolt)
app = Flask(__name__)


@bolt.event("app_mention")
def mentioned(event, say):
    db.mentions.insert_one({"channel": event["channel"], "text": event["text"]})
    say("Noted.")


@app.post("/slack/events")
def slack_events():
    return handler.handle(request)
