from flask import Blueprint, request

from .checks import verify

inbox = Blueprint("inbox", __name__)


@inbox.post("/inbox")
def receive():
    signature = request.headers.get("X-Mac")
    if not signature:
        return "Missing signature.", 401
    # only when they signed it
    verify(request.get_data(), signature)
    return "", 204
