import os

from flask import Flask, request

from events import process_event

app = Flask(__name__)


@app.route("/webhook/stripe", methods=["POST"])  # want bearer-only-auth "static Bearer token"
def with_bearer():
    header = request.headers.get("Authorization")
    if not header or not header.startswith("Bearer "):
        return "Unauthorized", 401
    token = header.split(" ")[1]
    if token != os.getenv("EXPECTED_BEARER"):  # want weak-signature-comparison "constant time"
        return "Forbidden", 403

    process_event(request.json)
    return "ok", 200
