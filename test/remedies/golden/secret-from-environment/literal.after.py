"""Settings."""

import os

SECRET = os.environ["WEBHOOK_SECRET"]
