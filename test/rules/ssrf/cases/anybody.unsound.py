from flask import Flask, request
import requests

app = Flask(__name__)


@app.post("/webhooks/pings")  # want missing-signature-verification "/webhooks/pings"
def incoming():
    event = request.get_json()
    requests.post(event["reply_to"], json={"ok": True}, timeout=5)  # want ssrf "decides which host"
    return "", 204
