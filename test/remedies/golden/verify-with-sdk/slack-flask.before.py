from flask import Flask, request
from slack_sdk import WebClient

app = Flask(__name__)
client = WebClient()


@app.post("/slack")
def slack():
    client.chat_postMessage(channel=request.json["event"]["channel"], text="hi")
    return "", 200
