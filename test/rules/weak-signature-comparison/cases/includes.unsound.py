import hashlib
import hmac
import os

from flask import Flask, abort, request

from accounts import db

app = Flask(__name__)
SECRETS = [s.encode() for s in os.environ["ACCOUNT_SECRETS"].split(",")]


@app.post("/hooks/accounts")
def account():
    raw = request.get_data()
    candidates = [hmac.new(secret, raw, hashlib.sha256).hexdigest() for secret in SECRETS]
    if request.headers.get("X-Account-Signature") not in candidates:  # want weak-signature-comparison "constant time"
        abort(401)

    body = request.get_json()
    db.accounts.update_one({"_id": body["account"]}, {"$set": {"balance": body["balance"]}})
    return "", 204
