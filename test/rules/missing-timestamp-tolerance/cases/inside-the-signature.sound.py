import hashlib
import hmac
import os
import time

from flask import Flask, abort, request

from store import accounts

app = Flask(__name__)


@app.post("/hooks/accounts")
def receive():
    stamp, _, sent = request.headers.get("X-Account-Signature", "").partition(".")
    if not stamp.isdigit() or abs(time.time() - int(stamp)) > 300:
        abort(401)
    signed = f"{stamp}.{request.get_data(as_text=True)}".encode()
    expected = hmac.new(os.environ["ACCOUNT_SECRET"].encode(), signed, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), sent.encode()):
        abort(401)
    accounts.insert_one(request.get_json())
    return "", 204
