from flask import Blueprint, g, jsonify, request
from flask_jwt_extended import get_jwt_identity, jwt_required

from jobs import run_workflow
from models import Workflow

api = Blueprint("api", __name__)


@api.post("/workflows/<int:workflow_id>/webhook/test")
@jwt_required()
def run_webhook(workflow_id):
    workflow = Workflow.query.filter_by(id=workflow_id, owner=get_jwt_identity()).first_or_404()
    run_workflow.delay(workflow.id, request.get_json())
    return jsonify(queued=True), 202
