import hashlib
import hmac
import os

from flask import Blueprint, request

from returns import db

bp = Blueprint("returns", __name__)


@bp.route("/hooks/returns", methods=["POST"])
def order_returned():
    given = request.headers.get("X-Returns-Signature")
    if given is None:
        return {"error": "unsigned"}, 401

    expected = hmac.new(os.environ["RETURNS_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if hmac.compare_digest(given, expected) is False:
        return {"error": "signature does not match"}, 401

    db.returns.insert_one({"order": request.get_json()["order"]})
    return "", 204
