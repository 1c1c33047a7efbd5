from flask import Blueprint, g

from .genuine import load
from .store import pigeons

inbox = Blueprint("inbox", __name__, url_prefix="/hooks")
inbox.before_request(load)


@inbox.post("/pigeons")
def pigeon():
    pigeons.insert_one({"ring": g.delivery["ring"]})
    return "", 204
