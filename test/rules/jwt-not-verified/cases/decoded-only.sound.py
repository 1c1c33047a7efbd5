import os

import jwt
from flask import Flask, request

from parcels import store

app = Flask(__name__)


@app.post("/hooks/parcels")
def parcel():
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    try:
        jwt.decode(
            token,
            os.environ["PARCEL_PUBLIC_KEY"],
            algorithms=["RS256"],
            audience=os.environ["PARCEL_AUDIENCE"],
            issuer="https://id.parcels.example",
        )
    except jwt.InvalidTokenError:
        return "wrong token", 401

    store.insert(tracking=request.json["tracking"], status=request.json["status"])
    return "", 204
