import hmac
import os

from flask import Flask, abort, request

from store import notes

app = Flask(__name__)


@app.post("/telegram/updates")
def receive():
    if not hmac.compare_digest(request.headers.get("X-Telegram-Bot-Api-Secret-Token", "").encode(), os.environ["UPDATES_TOKEN"].encode()):
        abort(404)
    notes.insert_one(request.get_json())
    return "", 204
