from flask import request


def inbox():
    if not same(request.headers.get("X-Mac"), mac_of(request.data)):
        return "Invalid signature.", 401
    store(request.json)
    return "", 204
