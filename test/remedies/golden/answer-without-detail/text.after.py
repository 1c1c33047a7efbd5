import os

from flask import Flask, jsonify, request, current_app
from standardwebhooks import Webhook

from yard import parcels

app = Flask(__name__)


@app.post("/webhooks/parcels")
def moved():
    Webhook(os.environ["PARCEL_KEY"]).verify(request.get_data(), dict(request.headers))
    try:
        parcels.insert_one(request.get_json())
    except Exception as problem:
        current_app.logger.exception(problem)
        return jsonify({"error": "not stored", "details": "internal error"}), 500
    return "", 204
