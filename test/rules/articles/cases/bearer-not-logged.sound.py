import logging
import os

import jwt
from flask import Flask, request

from events import process_event

app = Flask(__name__)


@app.route("/webhook/deliveries", methods=["POST"])
def with_claims():
    header = request.headers.get("Authorization", "")
    try:
        claims = jwt.decode(
            header.removeprefix("Bearer "),
            os.environ["TOKEN_PUBLIC_KEY"],
            algorithms=["RS256"],
            audience=os.environ["EXPECTED_AUDIENCE"],
            issuer=os.environ["EXPECTED_ISSUER"],
        )
    except jwt.InvalidTokenError as problem:
        logging.info("webhook called with a token that is refused: %s", type(problem).__name__)
        return "Unauthorized", 401
    logging.info("webhook called by %s", claims["iss"])
    process_event(request.json)
    return "ok", 200
