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
    logger.info("delivery %s from %s", request.headers.get("X-Crate-Delivery"), request.headers.get("User-Agent"))
    logger.debug("headers: %s", ", ".join(request.headers.keys()))
    mine = hmac.new(os.environ["CRATE_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine.encode(), request.headers.get("X-Crate-Signature", "").encode()):
        return "", 401
    crates.insert_one(request.get_json())
    return "", 204
