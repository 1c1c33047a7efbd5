from functools import wraps

import jwt
from flask import abort, current_app, request

keys = jwt.PyJWKClient("https://id.glacier.example/keys")


def sender_required(view):
    @wraps(view)
    def inner(*args, **kwargs):
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or not token:
            abort(401)
        try:
            key = keys.get_signing_key_from_jwt(token)
            jwt.decode(token, key.key, algorithms=["RS256"], audience="glacier", issuer="https://id.glacier.example")
        except jwt.PyJWTError:
            current_app.logger.info("refused a token")
            abort(403)
        return view(*args, **kwargs)

    return inner
