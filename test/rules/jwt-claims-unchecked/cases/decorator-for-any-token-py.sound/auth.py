import os
from functools import wraps

import jwt
from flask import abort, g, request


def token_required(role):
    def decorate(view):
        @wraps(view)
        def inner(*args, **kwargs):
            scheme, _, token = request.headers.get("Authorization", "").partition(" ")
            if scheme != "Bearer":
                abort(401)
            try:
                g.claims = jwt.decode(token, os.environ["JWT_SECRET"], algorithms=["HS256"])
            except jwt.PyJWTError:
                abort(401)
            if role not in g.claims["roles"]:
                abort(403)
            return view(*args, **kwargs)

        return inner

    return decorate
