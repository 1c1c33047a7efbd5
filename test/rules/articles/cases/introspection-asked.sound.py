import os

import requests
from flask import Flask, request

from events import process_event

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 1_000_000


@app.route("/webhook/stripe", methods=["POST"])
def with_introspection():
    header = request.headers.get("Authorization")
    if not header or not header.startswith("Bearer "):
        return "Unauthorized", 401
    if not validate_token_introspection(header.split(" ")[1]):
        return "Forbidden", 403

    process_event(request.json)
    return "ok", 200


def validate_token_introspection(token):
    answer = requests.post(
        "https://identity.example/introspect",
        data={"token": token},
        auth=(os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"]),
        timeout=5,
    )
    claims = answer.json() if answer.status_code == 200 else {}
    return claims.get("active") is True and claims.get("aud") == "orders"
