import functools
import hmac
import os

from flask import request


def signed(view):
    @functools.wraps(view)
    def wrapper(*args, **kwargs):
        mine = hmac.new(os.environ["MESSAGE_SECRET"].encode(), request.get_data(), "sha256").hexdigest()
        if not hmac.compare_digest(mine, request.headers.get("X-Message-Signature", "")):
            return "unauthorized", 401
        return view(*args, **kwargs)

    return wrapper
