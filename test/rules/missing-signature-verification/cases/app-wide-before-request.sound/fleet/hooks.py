from flask import Blueprint, request

from fleet.db import positions

bp = Blueprint("hooks", __name__, url_prefix="/webhooks")


@bp.post("/positions")
def position():
    body = request.get_json()
    positions.update_one({"vin": body["vin"]}, {"$set": {"at": body["at"]}})
    return "", 202
