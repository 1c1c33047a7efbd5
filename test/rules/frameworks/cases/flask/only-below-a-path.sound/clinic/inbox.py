from flask import Blueprint, request

from .store import results

inbox = Blueprint("inbox", __name__, url_prefix="/hooks")


@inbox.post("/results")
def result():
    results.insert_one({"sample": request.get_json()["sample"]})
    return "", 204
