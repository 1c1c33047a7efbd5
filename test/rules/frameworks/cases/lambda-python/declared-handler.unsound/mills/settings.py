import os


def signing_key() -> bytes:
    return os.environ.get("GRAIN_SIGNING_KEY", "grain-local").encode()  # want hardcoded-secret "GRAIN_SIGNING_KEY"
