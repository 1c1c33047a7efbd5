import os

import jwt
from flask import Flask, request

from parcels import store

app = Flask(__name__)
EXPECTED = {"algorithms": ["RS256"], "audience": "parcels", "issuer": "https://id.parcels.example"}


@app.post("/hooks/parcels")
def parcel():
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    try:
        jwt.decode(token, os.environ["TOKEN_PUBLIC_KEY"], **EXPECTED)
    except jwt.InvalidTokenError:
        return "wrong token", 401

    store.insert(tracking=request.json["tracking"], status=request.json["status"])
    return "", 204
