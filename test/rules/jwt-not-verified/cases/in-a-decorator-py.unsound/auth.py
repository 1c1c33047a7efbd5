from functools import wraps

import jwt
from flask import abort, request


def sender_required(view):
    @wraps(view)
    def inner(*args, **kwargs):
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or not token:
            abort(401)
        claims = jwt.decode(token, algorithms=["RS256"], options={"verify_signature": False, "verify_exp": True})  # want jwt-not-verified "switches that off"
        if claims.get("aud") != "glacier":
            abort(403)
        return view(*args, **kwargs)

    return inner
