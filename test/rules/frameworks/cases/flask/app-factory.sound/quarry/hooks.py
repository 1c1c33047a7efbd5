from flask import Blueprint, request

from .db import db
from .models import Block

hooks = Blueprint("hooks", __name__)


@hooks.post("/blocks")
def blocks():
    payload = request.get_json()
    db.session.add(Block(serial=payload["serial"], tonnes=payload["tonnes"]))
    db.session.commit()
    return "", 204
