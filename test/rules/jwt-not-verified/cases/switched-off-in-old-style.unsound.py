import jwt
from flask import Flask, request

from ferries import sail

app = Flask(__name__)


@app.post("/hooks/ferries")
def sailing():
    try:
        claims = jwt.decode(request.headers["X-Ferry-Token"], verify=False)  # want jwt-not-verified "`verify` switches that off"
    except jwt.DecodeError:
        return "wrong token", 401
    if claims["aud"] != "harbour":
        return "wrong token", 401

    sail(request.json["ship"], request.json["pier"])
    return "", 204
