import os


def verify(raw, sent):
    return same(raw, sent)
