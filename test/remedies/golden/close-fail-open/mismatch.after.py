from flask import current_app, request


def inbox():
    if not same(request.headers.get("X-Mac"), mac_of(request.data)):
        current_app.logger.warning("mismatch")
        return "Invalid signature.", 401
    store(request.json)
    return "", 204
