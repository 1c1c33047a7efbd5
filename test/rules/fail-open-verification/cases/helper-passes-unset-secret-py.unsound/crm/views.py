from flask import Blueprint, jsonify, request

from crm.models import Contact, db
from crm.signature import verify_signature

views = Blueprint("crm", __name__)


@views.route("/webhooks/crm", methods=["POST"])
def contact_changed():
    if not verify_signature(request.get_data(), request.headers.get("X-Crm-Signature")):
        return jsonify(error="unauthorized"), 401
    body = request.get_json()
    Contact.query.filter_by(id=body["id"]).update({"email": body["email"]})
    db.session.commit()
    return jsonify(ok=True)
