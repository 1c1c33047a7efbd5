import hmac
import os

from flask import Flask, abort, request

from store import notes

app = Flask(__name__)


@app.post("/telegram/hook/<token>")
def receive(token):
    if not hmac.compare_digest(token.encode(), os.environ["BOT_TOKEN"].encode()):  # want secret-in-url "in the path"
        abort(404)
    notes.insert_one(request.get_json())
    return "", 204
