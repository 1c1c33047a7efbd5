import hashlib
import hmac
import os

from flask import Flask, abort, jsonify, request

from orders import store_order

app = Flask(__name__)
SECRET = os.environ["ORDER_SECRET"].encode()


def is_signed(payload, signature_header):
    expected = hmac.new(SECRET, payload, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, signature_header)  # want signature-format-mismatch "sha256="


@app.route("/webhook", methods=["POST"])
def deliver():
    signature = request.headers.get("X-Signature-256", "")
    if not signature.startswith("sha256="):
        abort(400, "no signature")
    if not is_signed(request.get_data(), signature):
        abort(401, "wrong signature")
    store_order(request.get_json())
    return jsonify({"ok": True})
