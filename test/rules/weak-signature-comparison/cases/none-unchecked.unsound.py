import hashlib
import hmac
import os

from flask import Flask, abort, request

from returns import db

app = Flask(__name__)


@app.post("/hooks/returns")
def order_returned():
    expected = hmac.new(os.environ["RETURNS_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(request.headers.get("X-Returns-Signature"), expected):  # want weak-signature-comparison "throws"
        abort(401)

    db.returns.insert_one({"order": request.get_json()["order"]})
    return "", 204
