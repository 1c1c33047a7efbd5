import hashlib
import hmac
import json

from flask import abort, request


def inbox(secret):
    body = request.get_json()
    mac = hmac.new(secret, json.dumps(body).encode("utf-8"), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac, request.headers.get("X-Mac", "")):
        abort(401)
    return {"id": body["id"]}
