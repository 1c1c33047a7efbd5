import functools
import hashlib
import hmac as _hmac
import logging
import os
from secrets import compare_digest as _same

import redis
from flask import request

store = redis.Redis()


def logged(name):
    def decorate(view):
        @functools.wraps(view)
        def inner(*args, **kwargs):
            logging.info("delivery for %s", name)
            return view(*args, **kwargs)

        return inner

    return decorate


def signed_by(variable, header):
    key = os.environ[variable].encode("utf-8")

    def decorate(view):
        @functools.wraps(view)
        def inner(*args, **kwargs):
            mine = _hmac.new(key, request.get_data(), hashlib.sha256).hexdigest()
            theirs = request.headers.get(header) or ""
            if not _same(mine, theirs):
                return {"error": "signature does not match"}, 401
            return view(*args, **kwargs)

        return inner

    return decorate


def once(key):
    def decorate(view):
        @functools.wraps(view)
        def inner(*args, **kwargs):
            if not store.set("seen:" + request.headers.get(key, ""), 1, nx=True, ex=86400):
                return "", 200
            return view(*args, **kwargs)

        return inner

    return decorate
