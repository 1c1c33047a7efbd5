from flask import Blueprint, abort, request

from ..db import db
from ..genuine import is_genuine

weather = Blueprint("weather", __name__)


@weather.before_request
def only_genuine():
    if not is_genuine(request):
        abort(401)


@weather.post("/alerts")
def alerts():
    db.alerts.insert_one({"area": request.get_json()["area"]})
    return "", 204
