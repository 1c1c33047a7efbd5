from functools import wraps

from flask import abort, request

from ._mac import matches


def require_signature(view):
    @wraps(view)
    def decorated(*args, **kwargs):
        if not matches(request.get_data(), request.headers.get("X-Vineyard-Signature")):
            abort(401)
        return view(*args, **kwargs)

    return decorated
