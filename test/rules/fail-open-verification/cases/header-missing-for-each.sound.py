import hashlib
import hmac
import os

from flask import Flask, abort, request

from barges import barges

app = Flask(__name__)
SECRETS = os.environ["BARGE_SECRETS"].split(",")


def same(expected, received):
    if received is None:
        return False
    return hmac.compare_digest(expected.encode(), received.encode())


@app.post("/hooks/barges")
def receive():
    candidates = [hmac.new(secret.encode(), request.get_data(), hashlib.sha256).hexdigest() for secret in SECRETS]
    if not any(same(candidate, request.headers.get("X-Barge-Signature")) for candidate in candidates):
        abort(401)
    barges.insert_one(request.get_json())
    return "", 204
