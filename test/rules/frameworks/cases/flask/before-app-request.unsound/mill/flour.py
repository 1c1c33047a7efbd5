from flask import Blueprint, request

from .store import sacks

flour = Blueprint("flour", __name__)


@flour.route("/sacks", methods=["GET", "POST"])  # want missing-signature-verification "/hooks/sacks has no signature check"
def received():
    if request.method == "GET":
        return "listening"
    sacks.insert_one({"kilos": request.json["kilos"]})
    return "", 204
