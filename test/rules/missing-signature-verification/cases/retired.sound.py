from flask import Blueprint, jsonify, request

from orders import db

legacy = Blueprint("legacy", __name__)


@legacy.post("/webhooks/v1/orders")
def orders_v1():
    return jsonify(error="this address has been retired, use /webhooks/v2/orders"), 410


@legacy.post("/webhooks/v1/returns")
def returns_v1():
    return "", 410
    body = request.get_json()
    db.orders.update_one({"_id": body["order"]}, {"$set": {"returned": True}})
    return "", 204


# @legacy.post("/webhooks/v0/orders")
# def orders_v0():
#     db.orders.insert_one(request.get_json())
