import hashlib
import hmac
import os

from flask import Flask, request

from tickets import store

app = Flask(__name__)


def check(raw, header):
    if not header:
        return False, "unsigned"
    mine = hmac.new(os.environ["TICKET_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine, header):
        return False, "signature does not match"
    return True, None


@app.post("/hooks/tickets")
def ticket():
    ok, reason = check(request.get_data(), request.headers.get("X-Ticketdesk-Signature"))
    if not ok:
        return reason, 401
    body = request.get_json()
    store.insert_one({"subject": body["subject"], "sender": body["from"]})
    return "", 204
