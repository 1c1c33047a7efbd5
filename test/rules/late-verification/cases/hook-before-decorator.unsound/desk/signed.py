import functools
import hashlib
import hmac
import os

from flask import abort, request


def signed(view):
    @functools.wraps(view)
    def wrapper(*args, **kwargs):
        key = os.environ["TICKET_SECRET"].encode()
        expected = hmac.new(key, request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(expected, request.headers.get("X-Ticketdesk-Signature", "")):
            abort(401)
        return view(*args, **kwargs)

    return wrapper
