import re


def checked_name(text):
    if not re.fullmatch(r"^[a-z]+$", text):
        raise ValueError("no such name")
    return text
