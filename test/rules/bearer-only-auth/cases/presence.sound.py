import os

import jwt
from flask import Flask, request

from parcels import store

app = Flask(__name__)


@app.post("/hooks/parcels")
def parcel():
    auth = request.headers.get("Authorization")
    if not auth or not auth.startswith("Bearer "):
        return "unauthorized", 401
    try:
        jwt.decode(auth[7:], os.environ["PARCEL_PUBLIC_KEY"], algorithms=["RS256"], audience="parcels", issuer="https://id.parcels.example")
    except jwt.InvalidTokenError:
        return "unauthorized", 401

    store.insert(tracking=request.json["tracking"], status=request.json["status"])
    return "", 204
