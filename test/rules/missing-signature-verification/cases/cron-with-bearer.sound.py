import os

from flask import Flask, request

from digests import due_digests, send_digest

app = Flask(__name__)


@app.post("/tasks/digest")
def weekly_digest():
    if request.headers.get("Authorization") != f"Bearer {os.environ['CRON_SECRET']}":
        return "unauthorized", 401
    for digest in due_digests():
        send_digest(digest)
    return "ok"
