import os

from flask import Flask, abort, request
from jose import JWTError, jwt

from tides import readings

app = Flask(__name__)
KEYS = {"spring": os.environ["TIDE_KEY_SPRING"], "autumn": os.environ["TIDE_KEY_AUTUMN"]}


@app.post("/hooks/tides")
def reading():
    token = request.headers.get("X-Tide-Token")
    if not token:
        abort(401)
    try:
        kid = jwt.get_unverified_header(token)["kid"]
        jwt.decode(token, KEYS[kid], algorithms=["ES256"], audience="tide-receiver", issuer="tides")
    except (JWTError, KeyError):
        abort(401)

    readings.insert_one(request.get_json())
    return "", 204
