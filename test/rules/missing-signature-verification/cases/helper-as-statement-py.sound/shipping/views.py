from flask import Blueprint, request

from .security import assert_genuine
from .store import shipments

views = Blueprint("shipping", __name__)


@views.route("/hooks/shipments", methods=["POST"])
def shipment():
    assert_genuine(request)
    body = request.get_json()
    shipments.insert_one({"_id": body["id"], "carrier": body["carrier"]})
    return "", 204
