import os

import jwt
from flask import Flask, request

from ferries import sail

app = Flask(__name__)


@app.post("/hooks/ferries")
def sailing():
    try:
        claims = jwt.decode(request.headers["X-Ferry-Token"], os.environ["SESSION_KEY"], algorithms=["HS256"])  # want jwt-claims-unchecked "for whom it was issued"
    except jwt.InvalidTokenError:
        return "wrong token", 401
    if not claims.get("sub"):
        return "wrong token", 401

    sail(claims["sub"], request.json["ship"], request.json["pier"])
    return "", 204
