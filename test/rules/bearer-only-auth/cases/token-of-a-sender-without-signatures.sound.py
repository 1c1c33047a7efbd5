import hmac
import os

from flask import Flask, request

from reminders import db

app = Flask(__name__)


@app.post("/telegram/webhook")
def update():
    given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
    if not hmac.compare_digest(given.encode(), os.environ["TELEGRAM_SECRET_TOKEN"].encode()):
        return "", 403

    message = request.get_json().get("message", {})
    db.reminders.insert_one({"chat": message["chat"]["id"], "what": message["text"]})
    return "ok"
