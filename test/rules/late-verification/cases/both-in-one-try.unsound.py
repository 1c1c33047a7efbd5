import hashlib
import hmac
import os

from flask import Flask, current_app, request
from flask_mail import Mail, Message

from leads import db

app = Flask(__name__)
mail = Mail(app)


@app.route("/webhooks/leads", methods=["POST"])
def lead():
    try:
        body = request.get_json()
        db.leads.insert_one({"email": body["email"], "source": body["source"]})  # want late-verification "before the signature"

        mac = hmac.new(os.environ["LEADS_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mac, request.headers.get("X-Leads-Signature", "")):
            raise PermissionError("signature does not match")

        mail.send(Message("Welcome", recipients=[body["email"]]))
        return "", 201
    except (KeyError, PermissionError):
        current_app.logger.exception("lead refused")
        return "", 400
