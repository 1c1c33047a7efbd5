import hashlib
import hmac

from flask import Blueprint, current_app, request

gate = Blueprint("gate", __name__)


@gate.before_request
def refuse_unsigned():
    if request.method == "GET":
        return None
    mac = hmac.new(current_app.config["MILL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac, request.headers.get("X-Mill-Signature", "")):
        return "unsigned", 401
    return None
