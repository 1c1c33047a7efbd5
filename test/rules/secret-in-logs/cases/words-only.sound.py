import hashlib
import hmac
import logging
import os

from flask import Flask, request

from yard import crates

app = Flask(__name__)


@app.post("/hooks/crates")
def moved():
    tokens = request.get_json(silent=True) or {}
    logging.info("token count %d, secret rotated at %s", len(tokens), os.environ.get("ROTATED_AT"))
    logging.info("password reset, signature scheme v2, api key header missing")
    mine = hmac.new(os.environ["CRATE_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine.encode(), request.headers.get("X-Crate-Signature", "").encode()):
        return "", 401
    crates.insert_one(request.get_json())
    return "", 204
