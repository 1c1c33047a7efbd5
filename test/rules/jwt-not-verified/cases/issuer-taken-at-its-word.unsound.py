import os

import jwt
from flask import Flask, request

from issues import Issue, db

app = Flask(__name__)


@app.post("/hooks/board")
def board_event():
    token = request.headers.get("Authorization", "").removeprefix("JWT ")
    claims = jwt.decode(token, options={"verify_signature": False})  # want jwt-not-verified "switches that off"

    body = request.get_json()
    if body["webhookEvent"] == "issue_created":
        db.session.add(Issue(site=claims["iss"], key=body["issue"]["key"]))
        db.session.commit()
    return "", 200
