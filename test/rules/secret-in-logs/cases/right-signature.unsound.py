import hashlib
import hmac
import os

from flask import Flask, current_app, request

from yard import crates

app = Flask(__name__)
KEY = os.environ["CRATE_KEY"]


@app.post("/hooks/crates")
def moved():
    sent = request.headers.get("X-Crate-Signature", "")
    expected = hmac.new(KEY.encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), sent.encode()):
        current_app.logger.warning(f"no match: wanted {expected}")  # want secret-in-logs "the signature that would have been right"
        return "", 401
    crates.insert_one(request.get_json())
    return "", 204
