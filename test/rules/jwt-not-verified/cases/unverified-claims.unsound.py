from flask import Flask, abort, request
from jose import jwt

from tides import readings

app = Flask(__name__)


@app.post("/hooks/tides")
def reading():
    token = request.headers.get("X-Tide-Token")
    if not token:
        abort(401)
    claims = jwt.get_unverified_claims(token)  # want jwt-not-verified "without checking"
    if claims["iss"] != "tides":
        abort(401)

    readings.insert_one(request.get_json())
    return "", 204
