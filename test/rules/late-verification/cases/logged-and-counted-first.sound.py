import hashlib
import hmac
import os

from flask import Flask, abort, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from prometheus_client import Counter

from readings import store

app = Flask(__name__)
limiter = Limiter(get_remote_address, app=app)
received = Counter("meter_deliveries_total", "Deliveries, genuine or not")


@app.post("/hooks/meters")
@limiter.limit("600/minute")
def meter():
    received.inc()
    app.logger.info("meter delivery of %s bytes", request.content_length)

    expected = hmac.new(os.environ["METER_SECRET"].encode(), request.data, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(request.headers.get("X-Meter-Signature", ""), expected):
        app.logger.warning("meter delivery refused")
        abort(401)

    body = request.get_json()
    store.insert_one({"meter": body["meter"], "kwh": body["kwh"]})
    return "", 204
