import hashlib
import hmac
import os

from flask import Flask, abort, request

from members import db

app = Flask(__name__)
SECRETS = [s for s in (os.environ["MEMBER_SECRET"], os.environ.get("MEMBER_SECRET_PREVIOUS")) if s]


def signed_with(secret, raw, header):
    return hmac.compare_digest(hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest(), header)


@app.post("/hooks/members")
def member():
    raw = request.get_data()
    header = request.headers.get("X-Member-Signature", "")
    if not any(signed_with(secret, raw, header) for secret in SECRETS):
        abort(401)

    body = request.get_json()
    db.members.update_one({"_id": body["id"]}, {"$set": {"email": body["email"]}})
    return "", 204
