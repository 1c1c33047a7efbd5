import functools
import hashlib
import hmac
import os

from flask import Flask, abort, request

from invoices import db

app = Flask(__name__)


def signed(view):
    @functools.wraps(view)
    def wrapper(*args, **kwargs):
        mine = hmac.new(os.environ["INVOICE_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mine, request.headers.get("X-Invoice-Signature", "")):
            abort(401)
        return view(*args, **kwargs)

    return wrapper


@signed  # want fail-open-verification "after the route"
@app.post("/hooks/invoices")
def invoice():
    body = request.get_json()
    db.invoices.insert_one({"number": body["number"], "cents": body["cents"]})
    return "", 204
