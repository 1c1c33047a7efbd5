import hashlib
import hmac
import os

from flask import Flask, abort, request
from pymongo import MongoClient


def create_app(secret):
    app = Flask(__name__)
    readings = MongoClient(os.environ["MONGO_URL"]).meters.readings

    @app.post("/hooks/meters")
    def meter():
        mine = hmac.new(secret.encode(), request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mine, request.headers.get("X-Meter-Signature", "")):
            abort(401)
        body = request.get_json()
        readings.insert_one({"meter": body["meter"], "kwh": body["kwh"]})
        return "", 204

    return app
