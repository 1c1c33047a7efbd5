import hashlib
import hmac
import os

from quart import Quart, request

from stars import stars

app = Quart(__name__)


def is_genuine_github_delivery(raw_body, signature, secret):
    if not signature:
        return False
    digest = hmac.new(secret.encode(), raw_body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(signature.encode(), f"sha256={digest}".encode())


@app.post("/webhooks/github")
async def starred():
    secret = os.environ.get("GITHUB_WEBHOOK_SECRET")
    if not secret:
        return "Webhook secret is not configured.", 500
    raw_body = await request.get_data()
    if not is_genuine_github_delivery(
        raw_body, request.headers.get("X-Hub-Signature-256"), secret
    ):
        return "Invalid signature.", 401
    event = await request.get_json()
    await stars.add(event["sender"]["login"])
    return "", 204
