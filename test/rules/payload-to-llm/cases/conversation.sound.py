import hashlib
import hmac
import os

from flask import Flask, abort, request
from openai import OpenAI

from tools import TOOLS

app = Flask(__name__)
client = OpenAI()


def genuine(raw, sent):
    mine = "sha256=" + hmac.new(os.environ["GITHUB_WEBHOOK_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine.encode(), (sent or "").encode())


class Conversation:
    def __init__(self, subject):
        self.subject = subject

    def ask(self):
        messages = [{"role": "user", "content": self.subject}]
        return client.chat.completions.create(model="gpt-4o", tools=TOOLS, messages=messages)


def opened(issue):
    return Conversation(f"Issue {int(issue['number'])} was opened.").ask()


@app.route("/hooks/issues", methods=["POST"])
def incoming():
    if not genuine(request.get_data(), request.headers.get("X-Hub-Signature-256")):
        abort(401)
    opened(request.get_json()["issue"])
    return "", 204
