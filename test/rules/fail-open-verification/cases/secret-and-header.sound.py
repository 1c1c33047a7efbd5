import hashlib
import hmac

from flask import Blueprint, current_app, request

from shipments import shipments

shipping = Blueprint("shipping", __name__)


@shipping.post("/webhooks/shipping")
def shipping_update():
    secret = current_app.config.get("SHIPPING_SECRET")
    signature = request.headers.get("X-Shipping-Signature")

    if secret and signature:
        digest = hmac.new(secret.encode(), request.data, hashlib.sha256).hexdigest()
        if hmac.compare_digest(digest, signature):
            body = request.get_json()
            shipments.update_one({"_id": body["id"]}, {"$set": {"state": body["state"]}})
            return "", 200

    return "unauthorized", 401
