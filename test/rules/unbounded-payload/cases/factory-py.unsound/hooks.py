import os

from flask import Blueprint, abort, request
from standardwebhooks import Webhook

from yard import crates

bp = Blueprint("hooks", __name__)


@bp.post("/hooks/crates")  # want unbounded-payload "`MAX_CONTENT_LENGTH` is not set anywhere"
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    crates.replace_one({"_id": request.json["id"]}, {"state": request.json["state"]}, upsert=True)
    return "", 204
