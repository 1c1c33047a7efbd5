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
    is_match = hmac.compare_digest(expected.encode(), sent.encode())
    current_app.logger.info("signature matches: %s, %d characters", is_match, len(sent))
    if not is_match:
        current_app.logger.warning("the signature of %s does not match the secret", request.headers.get("X-Crate-Delivery"))
        return "", 401
    crates.insert_one(request.get_json())
    return "", 204
