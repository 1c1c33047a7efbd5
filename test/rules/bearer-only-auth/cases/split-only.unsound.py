from flask import Blueprint, abort, request

from tides import readings

bp = Blueprint("hooks", __name__, url_prefix="/hooks")


@bp.route("/tides", methods=["POST"])  # want bearer-only-auth "nothing looks at the token"
def reading():
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        abort(401)

    readings.insert_one(request.get_json())
    return "", 204
