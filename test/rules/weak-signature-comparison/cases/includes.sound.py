import hashlib
import hmac
import os

from flask import Flask, abort, request

from accounts import db

app = Flask(__name__)
SECRETS = [s.encode() for s in os.environ["ACCOUNT_SECRETS"].split(",")]
KINDS = {"balance.changed", "account.closed"}


@app.post("/hooks/accounts")
def account():
    raw = request.get_data()
    given = request.headers.get("X-Account-Signature", "")
    if not any(hmac.compare_digest(hmac.new(secret, raw, hashlib.sha256).hexdigest(), given) for secret in SECRETS):
        abort(401)

    body = request.get_json()
    if body["kind"] not in KINDS:
        return "ignored", 202
    db.accounts.update_one({"_id": body["account"]}, {"$set": {"balance": body["balance"]}})
    return "", 204
