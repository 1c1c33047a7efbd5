import os

import jwt
from flask import Flask, request

from events import process_event

app = Flask(__name__)
PUBLIC_KEY = os.environ["TOKEN_PUBLIC_KEY"]


@app.route("/webhook/deliveries", methods=["POST"])
def with_claims():
    header = request.headers.get("Authorization", "")
    if not header.startswith("Bearer "):
        return "Unauthorized", 401
    try:
        claims = jwt.decode(
            header.removeprefix("Bearer "),
            PUBLIC_KEY,
            algorithms=["RS256"],
            audience=os.environ["EXPECTED_AUDIENCE"],
            issuer=os.environ["EXPECTED_ISSUER"],
            options={"require": ["exp", "aud", "iss"]},
        )
    except jwt.InvalidTokenError:
        return "Unauthorized", 401
    if "webhook.write" not in claims.get("scope", "").split():
        return "Forbidden", 403

    process_event(request.json)
    return "ok", 200
