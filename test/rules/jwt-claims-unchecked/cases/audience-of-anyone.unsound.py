from flask import Flask, abort, request
from google.auth.transport import requests as transport
from google.oauth2 import id_token

from barges import locks

app = Flask(__name__)


@app.post("/hooks/barges")
def barge():
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    try:
        id_token.verify_oauth2_token(token, transport.Request())  # want jwt-claims-unchecked "nobody asks for whom"
    except ValueError:
        abort(401)

    locks.insert_one(request.get_json()["message"])
    return "", 204
