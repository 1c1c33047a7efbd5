import hashlib
import hmac
import os

from flask import Flask, request

from mails import db

app = Flask(__name__)


@app.post("/mailgun/inbound")
def inbound():
    form = request.form
    signed = (form["timestamp"] + form["token"]).encode()
    expected = hmac.new(os.environ["MAILGUN_SIGNING_KEY"].encode(), signed, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, form["signature"]):
        return "unauthorized", 406

    db.mails.insert_one({"_id": form["Message-Id"], "sender": form["sender"], "subject": form["subject"], "text": form["stripped-text"]})
    return "", 200
