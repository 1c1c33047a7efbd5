"""Takes payments."""
import hashlib
import hmac
import os
import time

from flask import Flask, jsonify, request

from .store import save

app = Flask(__name__)


def is_genuine_stripe_delivery(raw_body, signature, secret):
    if not signature:
        return False
    fields = signature.split(",")
    timestamp = next((field.removeprefix("t=") for field in fields if field.startswith("t=")), "")
    if not timestamp.isdecimal() or abs(time.time() - float(timestamp)) > 300:
        return False
    digest = hmac.new(
        secret.encode(), f"{timestamp}.".encode() + raw_body, hashlib.sha256
    ).hexdigest()
    for candidate in fields:
        if hmac.compare_digest(candidate.encode(), f"v1={digest}".encode()):
            return True
    return False


@app.post("/payments")
def payments():
    """Stores a payment."""
    secret = os.environ.get("STRIPE_WEBHOOK_SECRET")
    if not secret:
        return "Webhook secret is not configured.", 500
    raw_body = request.get_data()
    if not is_genuine_stripe_delivery(
        raw_body, request.headers.get("Stripe-Signature"), secret
    ):
        return "Invalid signature.", 401
    # what was paid
    event = request.get_json()
    save(event["id"], event["data"]["object"])
    return jsonify(ok=True)


if __name__ == "__main__":
    app.run()
