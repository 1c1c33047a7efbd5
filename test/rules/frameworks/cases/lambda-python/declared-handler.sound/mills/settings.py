import os


def signing_key() -> bytes:
    key = os.environ.get("GRAIN_SIGNING_KEY")
    if not key:
        raise RuntimeError("GRAIN_SIGNING_KEY is not set")
    return key.encode()
