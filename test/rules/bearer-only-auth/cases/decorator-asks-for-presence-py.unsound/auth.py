from functools import wraps

from flask import jsonify, request


def bearer_required(view):
    @wraps(view)
    def inner(*args, **kwargs):
        header = request.headers.get("Authorization", "")
        if not header.startswith("Bearer "):
            return jsonify({"error": "unauthorized"}), 401
        return view(*args, **kwargs)

    return inner
