from flask import Blueprint, request

from shop.store import store

refunds = Blueprint("refunds", __name__)


@refunds.post("/")  # want missing-signature-verification "no signature"
def refund():
    body = request.get_json()
    store.refunds.insert_one({"invoice": body["invoice"], "cents": body["cents"]})
    return "", 204
