import os
import secrets

from flask import Flask, abort, request

from reminders import db

app = Flask(__name__)


@app.post("/telegram/webhook")
def update():
    expected = os.environ["TELEGRAM_SECRET_TOKEN"]
    given = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
    if given is None or not secrets.compare_digest(given.encode(), expected.encode()):
        abort(403)

    message = request.get_json().get("message", {})
    if message.get("text", "").startswith("/remind "):
        db.reminders.insert_one({"chat": message["chat"]["id"], "what": message["text"][8:]})
    return "ok"
