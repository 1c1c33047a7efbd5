from flask import Blueprint, request

from .. import store
from ..security.signature import require_signature

bp = Blueprint("press", __name__)


@bp.route("/press", methods=["POST"])
@require_signature
def pressed():
    store.barrels.insert_one({"litres": request.json["litres"]})
    return "", 204
