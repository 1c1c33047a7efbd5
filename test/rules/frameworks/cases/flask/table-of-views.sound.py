import hashlib
import hmac
import os

from flask import Blueprint, request
from pymongo import MongoClient

bp = Blueprint("piers", __name__, url_prefix="/webhooks")
piers = MongoClient().harbour.piers


def is_genuine():
    mac = hmac.new(os.environ["PIER_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    return hmac.compare_digest(mac.encode(), request.headers.get("X-Pier-Signature", "").encode())


def opened():
    if not is_genuine():
        return "forged", 401
    piers.insert_one({"id": request.json["id"], "open": True})
    return "", 204


def closed():
    if not is_genuine():
        return "forged", 401
    piers.insert_one({"id": request.json["id"], "open": False})
    return "", 204


VIEWS = {"/piers/opened": opened, "/piers/closed": closed}

for path, view in VIEWS.items():
    bp.add_url_rule(path, view_func=view, methods=["POST"])
