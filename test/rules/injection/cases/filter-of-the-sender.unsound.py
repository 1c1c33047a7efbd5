import hashlib
import hmac
import os

from flask import Flask, abort, request
from pymongo import MongoClient

app = Flask(__name__)
members = MongoClient().club.members


def genuine(raw, sent):
    mine = "sha256=" + hmac.new(os.environ["GITHUB_WEBHOOK_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine.encode(), (sent or "").encode())


@app.route("/hooks/members", methods=["POST"])
def incoming():
    if not genuine(request.get_data(), request.headers.get("X-Hub-Signature-256")):
        abort(401)
    event = request.get_json()
    members.update_many(event["client_payload"]["who"], {"$set": {"joined": True}})  # want injection "query operators"
    return "", 204
