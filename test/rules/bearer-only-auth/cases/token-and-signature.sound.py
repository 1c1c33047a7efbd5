import hashlib
import hmac
import os

from flask import Flask, request

from looms import shelf

app = Flask(__name__)


@app.post("/hooks/looms")
def loom():
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not hmac.compare_digest(token.encode(), os.environ["LOOM_TOKEN"].encode()):
        return "", 401
    mine = hmac.new(os.environ["LOOM_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine.encode(), request.headers.get("X-Loom-Signature", "").encode()):
        return "", 401

    shelf.insert_one({"loom": request.json["loom"], "thread": request.json["thread"]})
    return "", 204
