import os

CRATE_SECRET = os.environ["CRATE_SECRET"]


def masked(text):
    return f"{text[:3]}…"
