import hashlib
import hmac
import os

from flask import Flask, request

from yard import crates

app = Flask(__name__)


class SignatureError(Exception):
    pass


def check(body, sent):
    wanted = hmac.new(os.environ["CRATE_KEY"].encode(), body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), sent.encode()):
        raise SignatureError("the signature does not match")


@app.post("/hooks/crates")
def moved():
    check(request.get_data(), request.headers.get("X-Crate-Signature", ""))
    crates.insert_one(request.get_json())
    return "", 204
