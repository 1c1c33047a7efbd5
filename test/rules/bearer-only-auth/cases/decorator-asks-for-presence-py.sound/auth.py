from functools import wraps

from flask import abort, request
from flask_jwt_extended import verify_jwt_in_request


def bearer_required(view):
    @wraps(view)
    def inner(*args, **kwargs):
        header = request.headers.get("Authorization", "")
        if not header.startswith("Bearer "):
            abort(401)
        verify_jwt_in_request()
        return view(*args, **kwargs)

    return inner
