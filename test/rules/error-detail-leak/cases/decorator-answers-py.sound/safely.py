import logging
from functools import wraps


def answered(view):
    @wraps(view)
    def inner(*args, **kwargs):
        try:
            return view(*args, **kwargs)
        except Exception as problem:
            logging.exception("view failed: %s", problem)
            return {"error": "internal"}, 500

    return inner
