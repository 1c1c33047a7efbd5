import hmac
import os

from flask import Flask, request

from letters import letters

app = Flask(__name__)


@app.post("/hooks/letters")
def letter():
    auth = request.authorization
    if auth is None or auth.username != "post" or not hmac.compare_digest((auth.password or "").encode(), os.environ["POST_PASSWORD"].encode()):
        return "", 401

    letters.insert_one({"from": request.json["from"], "text": request.json["text"]})
    return "", 204
