import os
from functools import wraps

import jwt
from flask import abort, g, request


def token_required(view):
    @wraps(view)
    def inner(*args, **kwargs):
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer":
            abort(401)
        try:
            g.claims = jwt.decode(token, os.environ["JWT_SECRET"], algorithms=["HS256"])  # want jwt-claims-unchecked "for whom it was issued"
        except jwt.PyJWTError:
            abort(401)
        return view(*args, **kwargs)

    return inner
