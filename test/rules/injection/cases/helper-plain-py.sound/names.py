import re


def table_of(kind):
    if not re.fullmatch(r"[a-z]+", kind):
        raise ValueError(kind)
    return "comments_" + kind
