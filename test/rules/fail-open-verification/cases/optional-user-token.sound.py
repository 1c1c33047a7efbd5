# Guests may start an upload; who comes with a token is recognised. A token of a user is no mark of a delivery.
import logging

import jwt
from flask import Flask, g, request

import storage

app = Flask(__name__)
log = logging.getLogger(__name__)


def recognise():
    header = request.headers.get("authorization", "").strip()
    if header:
        token = header.removeprefix("Bearer ")
        key = app.config["KEYS"][jwt.get_unverified_header(token)["kid"]]
        g.visitor = jwt.decode(token, key, algorithms=["RS256"], audience="files", issuer="accounts", options={"require": ["exp"]})
        log.info("visitor %s of %s", g.visitor["sub"], g.get("request_id"))


@app.post("/<name>/blobs/uploads")
def start(name):
    recognise()
    storage.insert_one({"name": name, "part": request.get_data()})
    return "", 202
