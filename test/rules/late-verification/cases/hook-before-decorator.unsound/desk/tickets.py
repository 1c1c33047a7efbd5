from flask import Blueprint, request

from desk.signed import signed
from desk.store import tickets

bp = Blueprint("tickets", __name__)


@bp.post("/hooks/tickets")
@signed
def new_ticket():
    body = request.get_json()
    tickets.insert_one({"subject": body["subject"], "from": body["from"]})
    return "", 204
