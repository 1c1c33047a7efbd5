import os

from flask import Flask, request
from jose import JWTError, jwt

from looms import shelf

app = Flask(__name__)


@app.post("/hooks/looms")
def loom():
    body = request.get_json()
    try:
        jwt.decode(body["proof"], os.environ["LOOM_SECRET"], algorithms=["HS256"], audience="looms")
    except JWTError:
        return "", 401

    shelf.insert_one({"loom": body["loom"], "thread": body["thread"]})
    return "", 204
