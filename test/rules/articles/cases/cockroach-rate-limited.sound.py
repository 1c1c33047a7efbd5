import hashlib
import hmac
import os

from flask import Flask, jsonify, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from orders import store_order

app = Flask(__name__)
limiter = Limiter(app=app, key_func=get_remote_address)


@app.route("/webhook", methods=["POST"])
@limiter.limit("10/minute")
def limited():
    wanted = hmac.new(os.environ["ORDER_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Signature-256", "").encode()):
        return "", 401
    store_order(request.get_json())
    return jsonify({"ok": True})
