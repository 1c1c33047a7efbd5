import hashlib
import hmac

from flask import Flask, abort, request

from orders import store_order

app = Flask(__name__)
WEBHOOK_SECRET = b"kept-in-the-repository"  # want hardcoded-secret "in the source"


def genuine(payload: bytes, header: str) -> bool:
    wanted = hmac.new(WEBHOOK_SECRET, payload, hashlib.sha256).hexdigest()
    return hmac.compare_digest(wanted, header)  # want signature-format-mismatch "sha256="


@app.route("/webhook", methods=["POST"])
def order():
    header = request.headers.get("X-Signature-256", "")
    if not header.startswith("sha256="):
        abort(400, "signature is missing")
    if not genuine(request.get_data(), header):
        abort(401, "signature does not match")
    store_order(request.get_json())
    return "", 204
