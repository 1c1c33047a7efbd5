import hashlib
import hmac

from flask import Blueprint, abort, request

from answers import db

surveys = Blueprint("surveys", __name__)


@surveys.post("/hooks/surveys")
def survey():
    mine = hmac.new(b"surv3y$ecret!", request.get_data(), hashlib.sha256).hexdigest()  # want hardcoded-secret "in the source"
    if not hmac.compare_digest(mine, request.headers.get("X-Survey-Signature", "")):
        abort(401)
    db.answers.insert_many(request.get_json()["answers"])
    return "", 204
