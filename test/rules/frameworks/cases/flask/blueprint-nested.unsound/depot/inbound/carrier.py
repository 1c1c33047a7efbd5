from flask import Blueprint, request

from ..db import db

carrier = Blueprint("carrier", __name__)


@carrier.post("/scans")  # want missing-signature-verification "/v1/hooks/carrier/scans has no signature check"
def scans():
    scan = request.get_json()
    db.scans.insert_one({"parcel": scan["parcel"], "depot": scan["depot"]})
    return "", 204
