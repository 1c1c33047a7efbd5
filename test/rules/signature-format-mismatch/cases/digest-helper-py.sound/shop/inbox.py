import hmac

from flask import Blueprint, abort, request

from .digest import digest_of
from .store import orders

inbox = Blueprint("inbox", __name__)


@inbox.post("/inbox/orders")
def order():
    sent = request.headers.get("X-Shopify-Hmac-Sha256", "")
    if not hmac.compare_digest(digest_of(request.get_data()), sent):
        abort(401)
    orders.insert_one(request.get_json())
    return "", 204
