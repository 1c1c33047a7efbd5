import time

from flask import abort, request


def reject_old():
    stamp = request.headers.get("X-Slack-Request-Timestamp", "")
    if not stamp.isdigit():
        abort(401)
    request.started = time.time()
