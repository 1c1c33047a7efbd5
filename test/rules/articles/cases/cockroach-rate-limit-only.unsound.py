from flask import Flask, jsonify, request
from flask_limiter import Limiter

from orders import store_order

app = Flask(__name__)
limiter = Limiter(app=app, key_func=lambda: request.headers.get("X-Webhook-Source", request.remote_addr))  # want spoofable-rate-limit-key "the header `x-webhook-source`"


@app.route("/webhook", methods=["POST"])  # want missing-signature-verification "no signature"
@limiter.limit("10/minute")
def limited():
    store_order(request.get_json())
    return jsonify({"ok": True})
