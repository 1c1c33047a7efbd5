from functools import wraps


def answered(view):
    @wraps(view)
    def inner(*args, **kwargs):
        try:
            return view(*args, **kwargs)
        except Exception as problem:
            return {"error": str(problem)}, 500  # want error-detail-leak "the text of an exception"

    return inner
