import jwt
from flask import Flask, request

from kites import insert_kite

app = Flask(__name__)


@app.post("/webhooks/kites")
def kite():
    try:
        jwt.decode(request.headers.get("X-Kite-Token", ""), "", algorithms=["HS256"], audience="kites")  # want jwt-not-verified "no key"
    except jwt.PyJWTError:
        return "", 401

    insert_kite(**request.get_json())
    return "", 204
