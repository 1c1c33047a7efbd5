import hashlib
import hmac
import os

from flask import Flask, abort, request

from events import dispatch

app = Flask(__name__)
KEY = os.environ["WEBHOOK_SECRET"].encode()


@app.route("/webhook/any", methods=["POST"])
def any_event():
    given = request.headers.get("X-Webhook-Signature", "")
    body = request.get_data()
    wanted = hmac.new(KEY, body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(given.encode(), wanted.encode()):
        abort(401, "signature does not match")
    dispatch(request.get_json())
    return "", 200
