import os

import jwt
from flask import Flask, request

from ferries import sail

app = Flask(__name__)


@app.post("/hooks/ferries")
def sailing():
    try:
        claims = jwt.decode(
            request.headers["X-Ferry-Token"],
            os.environ["FERRY_KEY"],
            algorithms=["HS256"],
            options={"verify_signature": True, "verify_aud": False},
        )
    except jwt.DecodeError:
        return "wrong token", 401
    if claims["aud"] != "harbour":
        return "wrong token", 401

    sail(request.json["ship"], request.json["pier"])
    return "", 204
