import hashlib
import hmac
import os

from flask import abort, request


def seal():
    if not request.path.startswith("/hooks/"):
        return
    mac = hmac.new(os.environ["CLINIC_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac, request.headers.get("X-Clinic-Signature", "")):
        abort(401)
