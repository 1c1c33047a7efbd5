import os

import jwt
from flask import Flask, request

from events import process_event

app = Flask(__name__)
AUDIENCE = os.getenv("EXPECTED_AUDIENCE")
ISSUER = os.getenv("EXPECTED_ISSUER")


@app.route("/webhook/stripe", methods=["POST"])
def with_claims():
    header = request.headers.get("Authorization")
    if not header or not header.startswith("Bearer "):
        return "Unauthorized", 401
    try:
        claims = jwt.decode(header.split(" ")[1], options={"verify_signature": False})  # want jwt-not-verified "`verify_signature` switches that off"
        if claims.get("aud") != AUDIENCE or claims.get("iss") != ISSUER:
            return "Forbidden", 403
        if "webhook.write" not in claims.get("scope", "").split():
            return "Forbidden", 403
    except Exception:
        return "Unauthorized", 401

    process_event(request.json)
    return "ok", 200
