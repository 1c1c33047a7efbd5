from flask import Blueprint, abort, request

from desk.genuine import is_genuine
from desk.store import tickets

views = Blueprint("desk", __name__)


@views.post("/hooks/tickets")
def ticket():
    body = request.get_json()
    if not is_genuine(body, request.headers.get("X-Ticketdesk-Signature")):
        abort(401)
    tickets.insert_one({"subject": body["subject"]})
    return "", 204
