import hashlib
import hmac
import os

from flask import Flask, jsonify, request

from orders import store_order

app = Flask(__name__)
app.config["DATABASE_URL"] = os.environ["DATABASE_URL"]


@app.route("/webhook", methods=["POST"])
def stored():
    wanted = hmac.new(os.environ["ORDER_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Signature-256", "").encode()):
        return "", 401
    store_order(request.get_json())
    return jsonify({"ok": True})


@app.route("/debug/version")
def version():
    return jsonify(release=os.environ.get("RELEASE"))
