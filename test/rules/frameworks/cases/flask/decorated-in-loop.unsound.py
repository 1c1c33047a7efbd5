import hashlib
import hmac
import os

from flask import Flask, abort, request
from pymongo import MongoClient

app = Flask(__name__)
buoys = MongoClient().harbour.buoys


def only_the_buoys():
    mac = hmac.new(os.environ["BUOY_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac.encode(), request.headers.get("X-Buoy-Signature", "").encode()):
        abort(403)


def lit():
    only_the_buoys()
    buoys.insert_one({"id": request.json["id"], "lit": True})
    return "", 204


def dark():
    buoys.insert_one({"id": request.json["id"], "lit": False})
    return "", 204


for rule, view in (
    ("/hooks/buoys/lit", lit),
    ("/hooks/buoys/dark", dark),  # want missing-signature-verification "/hooks/buoys/dark has no signature check"
):
    app.route(rule, methods=["POST"])(view)
