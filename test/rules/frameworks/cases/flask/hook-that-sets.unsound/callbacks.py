from flask import Blueprint, jsonify, request

from tasks import note_receipt

callbacks = Blueprint("callbacks", __name__, url_prefix="/notifications")


@callbacks.post("/herons")  # want missing-signature-verification "no signature check"
def process_heron_response():
    note_receipt.apply_async([str(request.form["reference"]), str(request.form["status"])])
    return jsonify(result="success")
