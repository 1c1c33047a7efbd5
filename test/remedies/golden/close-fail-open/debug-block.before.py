from flask import abort, current_app, request


def inbox():
    if not current_app.debug:
        if not same(request.headers.get("X-Mac"), request.data):
            abort(401)
    store(request.json)
    return ""
