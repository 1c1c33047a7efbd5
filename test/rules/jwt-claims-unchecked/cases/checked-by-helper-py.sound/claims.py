from flask import abort


def require_scope(claims, scope):
    if scope not in claims.get("scope", "").split():
        abort(403)
