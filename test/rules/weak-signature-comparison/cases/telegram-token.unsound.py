import os

from flask import Flask, abort, request

from reminders import db

app = Flask(__name__)
SECRET_TOKEN = os.environ["TELEGRAM_SECRET_TOKEN"]


@app.post("/telegram/webhook")
def update():
    if not request.headers.get("X-Telegram-Bot-Api-Secret-Token", "") == SECRET_TOKEN:  # want weak-signature-comparison "constant time"
        abort(403)
    message = request.get_json().get("message", {})
    if message.get("text") == "/clear":
        db.reminders.delete_many({"chat": message["chat"]["id"]})
    return "ok"
