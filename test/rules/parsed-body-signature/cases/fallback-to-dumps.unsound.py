import hashlib
import hmac
import json
import os

from flask import Flask, abort, request

from contacts import db

app = Flask(__name__)


@app.post("/webhooks/crm")
def contact():
    payload = request.get_data() or json.dumps(request.get_json()).encode()
    expected = hmac.new(os.environ["CRM_HOOK_SECRET"].encode(), payload, hashlib.sha256).hexdigest()  # want parsed-body-signature "serialised again"
    if not hmac.compare_digest(expected, request.headers.get("X-Crm-Signature", "")):
        abort(401)

    body = request.get_json()
    db.contacts.update_one({"_id": body["id"]}, {"$set": {"email": body["email"]}})
    return "", 204
