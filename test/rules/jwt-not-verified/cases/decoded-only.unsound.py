import os

import jwt
from flask import Flask, request

from parcels import store

app = Flask(__name__)


@app.post("/hooks/parcels")
def parcel():
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    claims = jwt.decode(token, options={"verify_signature": False})  # want jwt-not-verified "`verify_signature` switches that off"
    if claims.get("aud") != os.environ["PARCEL_AUDIENCE"] or claims.get("iss") != "https://id.parcels.example":
        return "wrong token", 401

    store.insert(tracking=request.json["tracking"], status=request.json["status"])
    return "", 204
