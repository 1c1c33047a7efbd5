from flask import Blueprint, abort, request

from ..genuine import is_genuine
from .carrier import carrier

inbound = Blueprint("inbound", __name__, url_prefix="/hooks")
inbound.register_blueprint(carrier, url_prefix="/carrier")


@inbound.before_request
def only_genuine():
    if not is_genuine(request):
        abort(401)
