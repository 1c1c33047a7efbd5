from flask import Blueprint, request

from .genuine import is_genuine
from .readings import save_reading

views = Blueprint("meters", __name__)


@views.route("/hooks/meters", methods=["POST"])
def meter_reading():
    body = request.get_json()
    save_reading(body["meter"], body["kwh"])  # want late-verification "before the signature"

    if not is_genuine(request.get_data(), request.headers.get("X-Meter-Signature")):
        return "", 401
    return "", 204
