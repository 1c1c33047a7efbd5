import hashlib
import hmac
import os

from flask import Flask, abort, request

from barges import barges

app = Flask(__name__)


@app.post("/hooks/barges")
def receive():
    if "X-Barge-Signature" in request.headers:  # want fail-open-verification "header is missing"
        expected = hmac.new(os.environ["BARGE_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(expected.encode(), request.headers["X-Barge-Signature"].encode()):
            abort(401)
    barges.insert_one(request.get_json())
    return "", 204
