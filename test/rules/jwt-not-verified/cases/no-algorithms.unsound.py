import os

from flask import Flask, request
from jose import JWTError, jwt

from barges import locks

app = Flask(__name__)


@app.post("/hooks/barges")
def barge():
    try:
        jwt.decode(request.headers["X-Barge-Token"], os.environ["BARGE_PUBLIC_KEY"], audience="barges")  # want jwt-not-verified "lists no algorithms"
    except JWTError:
        return "", 401

    locks.insert_one(request.get_json())
    return "", 204
