from flask import Blueprint, request

from ..db import db

carrier = Blueprint("carrier", __name__)


@carrier.post("/scans")
def scans():
    scan = request.get_json()
    db.scans.insert_one({"parcel": scan["parcel"], "depot": scan["depot"]})
    return "", 204
