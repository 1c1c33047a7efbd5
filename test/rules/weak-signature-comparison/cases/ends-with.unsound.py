import hashlib
import hmac
import os

from flask import Blueprint, request

from runs import runs

ci = Blueprint("ci", __name__)


@ci.post("/webhooks/ci")
def finished():
    header = request.headers.get("X-Ci-Signature", "")
    digest = hmac.new(os.environ["CI_SECRET"].encode(), request.data, hashlib.sha256).hexdigest()
    genuine = header.startswith("sha256=") and header.endswith(digest)  # want weak-signature-comparison "constant time"
    if not genuine:
        return "", 403
    body = request.get_json()
    runs.insert_one({"_id": body["run_id"], "outcome": body["outcome"]})
    return "", 201
