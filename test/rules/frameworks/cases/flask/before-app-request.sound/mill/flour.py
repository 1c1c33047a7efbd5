from flask import Blueprint, request

from .store import sacks

flour = Blueprint("flour", __name__)


@flour.route("/sacks", methods=["GET", "POST"])
def received():
    if request.method == "GET":
        return "listening"
    sacks.insert_one({"kilos": request.json["kilos"]})
    return "", 204
