import os

from authlib.jose import JoseError, JsonWebToken
from flask import Flask, abort, request

from kites import insert_kite

app = Flask(__name__)
tokens = JsonWebToken(["RS256"])
WANTED = {"iss": {"essential": True, "value": "https://id.kites.example"}, "aud": {"essential": True, "value": "kites"}}


@app.post("/webhooks/kites")
def kite():
    try:
        tokens.decode(request.headers["X-Kite-Token"], os.environ["KITE_PUBLIC_KEY"], claims_options=WANTED)  # want jwt-claims-unchecked "`validate()`"
    except JoseError:
        abort(401)

    insert_kite(**request.get_json())
    return "", 204
