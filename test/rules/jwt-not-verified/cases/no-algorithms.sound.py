import os

from flask import Flask, request
from jose import JWTError, jwt

from barges import locks

app = Flask(__name__)
ACCEPTED = ["RS256"]


@app.post("/hooks/barges")
def barge():
    try:
        jwt.decode(request.headers["X-Barge-Token"], os.environ["BARGE_PUBLIC_KEY"], ACCEPTED, audience="barges")
    except JWTError:
        return "", 401

    locks.insert_one(request.get_json())
    return "", 204
