from flask import Blueprint, abort, request

from tickets import store

bp = Blueprint("inbound", __name__, url_prefix="/hooks")


@bp.post("/tickets")  # want missing-signature-verification "no signature"
def new_ticket():
    if not request.headers.get("X-Ticketdesk-Signature"):
        abort(401)

    data = request.get_json()
    store.insert(subject=data["subject"], body=data["body"], sender=data["requester"]["email"])
    return {"ok": True}
