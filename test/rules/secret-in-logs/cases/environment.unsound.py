import hashlib
import hmac
import os

from flask import Flask, request

from yard import crates

app = Flask(__name__)


@app.post("/hooks/crates")
def moved():
    print("environment", os.environ)  # want secret-in-logs "all of `os.environ`"
    mine = hmac.new(os.environ["CRATE_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine.encode(), request.headers.get("X-Crate-Signature", "").encode()):
        return "", 401
    crates.insert_one(request.get_json())
    return "", 204
