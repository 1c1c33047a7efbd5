from flask import Blueprint, abort, request

from .genuine import is_genuine
from .secrets import hook_secret
from .store import invoices

views = Blueprint("billing", __name__)


@views.post("/hooks/invoices")
def invoice():
    secret = hook_secret()
    if not is_genuine(secret, request.get_data(), request.headers.get("X-Invoice-Signature", "")):
        abort(401)
    body = request.get_json()
    invoices.insert_one({"number": body["number"], "cents": body["cents"]})
    return "", 204
