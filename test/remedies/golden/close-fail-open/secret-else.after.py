import os

from flask import Flask, request

from .checks import verify

app = Flask(__name__)


@app.post("/inbox")
def inbox():
    secret = os.getenv("INBOX_SECRET")
    if secret:
        if not verify(request.get_data(), request.headers.get("X-Mac", ""), secret):
            return "", 401
    else:
        app.logger.warning("no secret")
        return "Webhook secret is not configured.", 500
    return "", 204
