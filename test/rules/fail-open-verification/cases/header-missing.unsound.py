import hmac
import os
from hashlib import sha256

from flask import Blueprint, jsonify, request

from builds import queue_build

github = Blueprint("github", __name__)


@github.route("/inbox/github", methods=["POST"])
def push():
    signature = request.headers.get("X-Hub-Signature-256")
    if signature is not None:  # want fail-open-verification "header is missing"
        key = os.environ["GITHUB_HOOK_SECRET"].encode()
        expected = "sha256=" + hmac.new(key, request.get_data(), sha256).hexdigest()
        if not hmac.compare_digest(signature, expected):
            return jsonify(error="signature does not match"), 401

    payload = request.get_json()
    queue_build(payload["after"], payload["ref"])
    return jsonify(queued=True)
