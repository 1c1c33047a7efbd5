from flask import Blueprint, abort, request

from shop.signatures import genuine
from shop.store import store

invoices = Blueprint("invoices", __name__)


@invoices.before_request
def check():
    if not genuine(request.get_data(), request.headers.get("X-Ledger-Signature", "")):
        abort(401)


@invoices.post("/")
def invoice():
    body = request.get_json()
    store.invoices.insert_one({"number": body["number"], "cents": body["cents"]})
    return "", 204
