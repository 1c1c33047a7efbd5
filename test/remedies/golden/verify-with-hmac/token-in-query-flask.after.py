import hashlib
import hmac
import os

from flask import Flask, abort, request

from store import releases

app = Flask(__name__)


def is_genuine_github_delivery(raw_body, signature, secret):
    if not signature:
        return False
    digest = hmac.new(secret.encode(), raw_body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(signature.encode(), f"sha256={digest}".encode())


@app.post("/hooks/github")
def receive():
    secret = os.environ.get("GITHUB_WEBHOOK_SECRET")
    if not secret:
        return "Webhook secret is not configured.", 500
    raw_body = request.get_data()
    if not is_genuine_github_delivery(raw_body, request.headers.get("X-Hub-Signature-256"), secret):
        return "Invalid signature.", 401
    if not hmac.compare_digest(request.args.get("token", "").encode(), os.environ["HOOK_TOKEN"].encode()):
        abort(401)
    releases.insert_one(request.get_json())
    return "", 204
