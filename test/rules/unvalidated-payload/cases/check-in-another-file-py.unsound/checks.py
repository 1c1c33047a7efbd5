import re


def checked_name(text):
    if not re.match(r"^[a-z]+$", text):  # want unvalidated-payload "through with a line break"
        raise ValueError("no such name")
    return text
