from flask import Blueprint, request

from .extensions import seal
from .store import orders

panes = Blueprint("panes", __name__, url_prefix="/hooks")


@panes.route("/panes", methods=("POST",))
def pane():
    if not seal.holds():
        return {"error": "unsigned"}, 401
    orders.insert_one({"width": request.get_json()["width"]})
    return "", 204
