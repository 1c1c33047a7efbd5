from flask import Blueprint, request

from .tracking import record_status

inbound = Blueprint("inbound", __name__)


@inbound.route("/parcels", methods=["POST"])  # want missing-signature-verification "no signature"
def parcels():
    body = request.get_json()
    record_status(body["tracking"], body["status"])
    return "", 204
