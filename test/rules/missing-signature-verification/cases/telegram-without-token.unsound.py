import os

import requests
from flask import Flask, request

from reminders import add_reminder, clear_reminders

app = Flask(__name__)
API = f"https://api.telegram.org/bot{os.environ['TELEGRAM_TOKEN']}"


@app.route("/telegram/webhook", methods=["POST"])  # want missing-signature-verification "no signature"
def telegram_update():
    update = request.get_json()
    message = update.get("message", {})
    chat = message.get("chat", {}).get("id")
    text = message.get("text", "")

    if text.startswith("/remind "):
        add_reminder(chat, text[8:])
    elif text == "/clear":
        clear_reminders(chat)
    requests.post(f"{API}/sendMessage", json={"chat_id": chat, "text": "done"}, timeout=5)
    return "ok"
