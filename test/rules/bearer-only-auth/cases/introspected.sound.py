import os

import requests
from flask import Blueprint, abort, request

from tides import readings

bp = Blueprint("hooks", __name__, url_prefix="/hooks")


@bp.route("/tides", methods=["POST"])
def reading():
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        abort(401)
    answer = requests.post(
        "https://id.tides.example/introspect",
        data={"token": token},
        auth=("receiver", os.environ["INTROSPECTION_SECRET"]),
        timeout=5,
    )
    said = answer.json()
    if not said.get("active") or said.get("aud") != "tides":
        abort(403)

    readings.insert_one(request.get_json())
    return "", 204
