import os

CRATE_SECRET = os.environ["CRATE_SECRET"]
