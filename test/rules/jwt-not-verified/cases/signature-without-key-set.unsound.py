from flask import Blueprint, request
from jose import jws

from lamps import lamps

bp = Blueprint("hooks", __name__, url_prefix="/hooks")


@bp.route("/lamps", methods=["POST"])
def lamp():
    payload = jws.verify(request.headers["X-Lamp-Token"], None, ["HS256"], verify=False)  # want jwt-not-verified "`verify` switches that off"
    if not payload:
        return "", 401

    lamps.insert_one(request.get_json())
    return "", 204
