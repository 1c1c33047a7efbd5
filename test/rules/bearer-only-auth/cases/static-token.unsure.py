import hmac
import os

from flask import Flask, request

from looms import shelf

app = Flask(__name__)


@app.post("/hooks/looms")  # want-note bearer-only-auth "static Bearer token"
def loom():
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not hmac.compare_digest(token.encode(), os.environ["LOOM_TOKEN"].encode()):
        return "", 401

    shelf.insert_one({"loom": request.json["loom"], "thread": request.json["thread"]})
    return "", 204
