from flask import Blueprint, abort, request

from .genuine import is_genuine
from .subscribers import subscribers

hooks = Blueprint("hooks", __name__)


@hooks.post("/hooks/newsletter")
def newsletter():
    if not is_genuine(request.get_data(), request.headers.get("X-Newsletter-Signature")):
        abort(401)
    subscribers.insert_one({"email": request.get_json()["email"]})
    return "", 204
