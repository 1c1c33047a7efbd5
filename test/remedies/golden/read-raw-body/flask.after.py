import hashlib
import hmac
import json

from flask import abort, request


def inbox(secret):
    body = request.get_json()
    mac = hmac.new(secret, request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac, request.headers.get("X-Mac", "")):
        abort(401)
    return {"id": body["id"]}
