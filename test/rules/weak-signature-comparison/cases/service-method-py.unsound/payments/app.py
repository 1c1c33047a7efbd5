import os

from flask import Flask, request

from payments.signatures import Signatures
from payments.store import payments

app = Flask(__name__)
signatures = Signatures(os.environ["PAYMENT_HOOK_SECRET"])


@app.post("/hooks/payments")
def payment():
    if not signatures.accepts(request.get_data(), request.headers.get("X-Payment-Signature")):
        return "unauthorized", 401
    body = request.get_json()
    payments.insert_one({"_id": body["id"], "cents": body["cents"]})
    return "", 204
