import hashlib
import hmac
import os

from flask import Flask, abort, request
from openai import OpenAI

app = Flask(__name__)
client = OpenAI()


def genuine(raw, sent):
    mine = "sha256=" + hmac.new(os.environ["GITHUB_WEBHOOK_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine.encode(), (sent or "").encode())


@app.route("/hooks/comments", methods=["POST"])
def incoming():
    if not genuine(request.get_data(), request.headers.get("X-Hub-Signature-256")):
        abort(401)
    event = request.get_json()
    answer = client.responses.create(model="gpt-4o", input=f"As Python: {event['comment']['body']}")
    exec(answer.output_text)  # want payload-to-llm "code"
    return "", 204
