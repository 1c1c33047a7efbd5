import base64
import hashlib
import hmac
import os
import time

from flask import Flask, abort, request

from mails import db

app = Flask(__name__)


@app.post("/hooks/mail")
def mail():
    if abs(time.time() - int(request.headers["webhook-timestamp"])) > 300:
        abort(401)
    key = base64.b64decode(os.environ["MAIL_HOOK_SECRET"].removeprefix("whsec_"))
    signed = b".".join([request.headers["webhook-id"].encode(), request.headers["webhook-timestamp"].encode(), request.get_data()])
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()

    for part in request.headers.get("webhook-signature", "").split(" "):
        version, _, signature = part.partition(",")
        if version == "v1" and hmac.compare_digest(signature, expected):
            break
    else:
        abort(401)

    db.mails.insert_one(request.get_json())
    return "", 204
