from flask import request


def inbox():
    assert same(request.headers.get("X-Mac"), mac_of(request.data))
    store(request.json)
    return "", 204
