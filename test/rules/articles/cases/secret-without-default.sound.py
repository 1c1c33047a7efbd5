import hashlib
import hmac
import os

from flask import Flask, abort, request

from accounts import apply_action

app = Flask(__name__)
WEBHOOK_SECRET = os.environ["WEBHOOK_SECRET"].encode()


def genuine(payload, signature):
    if not signature:
        return False
    mac = hmac.new(WEBHOOK_SECRET, msg=payload, digestmod=hashlib.sha256)
    return hmac.compare_digest(("sha256=" + mac.hexdigest()).encode(), signature.encode())


@app.route("/webhook", methods=["POST"])
def checked():
    if not genuine(request.data, request.headers.get("X-Hub-Signature-256")):
        abort(401)
    body = request.json
    apply_action(body["user_id"], body["action"])
    return "OK", 200
