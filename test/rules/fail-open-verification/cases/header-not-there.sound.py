import hashlib
import hmac
import os

from flask import Flask, abort, request

from barges import barges

app = Flask(__name__)


@app.before_request
def check():
    unsigned = "X-Barge-Signature" not in request.headers
    if unsigned:
        abort(401)
    expected = hmac.new(os.environ["BARGE_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), request.headers["X-Barge-Signature"].encode()):
        abort(401)


@app.post("/hooks/barges")
def receive():
    barges.insert_one(request.get_json())
    return "", 204
