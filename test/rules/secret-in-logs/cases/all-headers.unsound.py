import hashlib
import hmac
import logging
import os

from flask import Flask, request

from yard import crates

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.post("/hooks/crates")
def moved():
    logger.info("delivery from %s: %s", request.remote_addr, dict(request.headers))  # want secret-in-logs "all headers of the request"
    mine = hmac.new(os.environ["CRATE_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine.encode(), request.headers.get("X-Crate-Signature", "").encode()):
        return "", 401
    crates.insert_one(request.get_json())
    return "", 204
