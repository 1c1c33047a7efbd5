import hashlib
import hmac
import os

from flask import Flask, abort, request

from calls import db

app = Flask(__name__)


@app.post("/hooks/calls")
def call():
    expected = hmac.new(os.environ["CALL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Call-Signature", "")):
        abort(401)

    db.calls.insert_one({"kind": request.form["kind"], "caller": request.form["caller"]})
    return "", 204
