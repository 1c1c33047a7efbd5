import hashlib
import hmac
import os

from flask import Flask, abort, request
from flask import redirect

app = Flask(__name__)
SITES = ("north.example", "south.example")


def genuine(raw, sent):
    mine = "sha256=" + hmac.new(os.environ["GITHUB_WEBHOOK_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine.encode(), (sent or "").encode())


@app.route("/hooks/setup", methods=["POST"])
def incoming():
    if not genuine(request.get_data(), request.headers.get("X-Hub-Signature-256")):
        abort(401)
    event = request.get_json()
    site = event["sender"]["site"]
    if site not in SITES:
        return "", 400
    return redirect(f"https://{site}/setup")
    return "", 204
