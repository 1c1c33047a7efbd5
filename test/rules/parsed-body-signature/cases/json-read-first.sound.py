import base64
import hashlib
import hmac
import os

from flask import Blueprint, request

from shops import secret_of, store

shops = Blueprint("shops", __name__)


@shops.post("/shop/orders-hook")
def order():
    body = request.get_json()
    secret = secret_of(body["shop"])
    digest = hmac.new(secret.encode(), request.get_data(), hashlib.sha256).digest()
    if not hmac.compare_digest(base64.b64encode(digest).decode(), request.headers.get("X-Shopify-Hmac-Sha256", "")):
        return "unauthorized", 401

    store.orders.update_one({"_id": body["id"]}, {"$set": {"total": body["total_price"]}}, upsert=True)
    return "", 200
