import hashlib
import hmac

from flask import Blueprint, abort, request

from .config import Config
from .store import store

lamps = Blueprint("lamps", __name__, url_prefix="/hooks")


@lamps.post("/lamps")
def lamp():
    mac = hmac.new(Config.WEBHOOK_SECRET.encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac, request.headers.get("X-Lantern-Signature", "")):
        abort(401)
    store.insert_one({"street": request.get_json()["street"]})
    return "", 204
