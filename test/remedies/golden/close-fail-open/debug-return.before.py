import os


def verify(raw, sent):
    if os.getenv("SKIP_CHECKS"):
        return True
    return same(raw, sent)
