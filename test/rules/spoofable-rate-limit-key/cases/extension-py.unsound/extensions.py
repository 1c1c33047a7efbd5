from flask import request
from flask_limiter import Limiter

limiter = Limiter(key_func=lambda: request.headers.get("X-Client"), default_limits=["60/minute"])  # want spoofable-rate-limit-key "the header `x-client`"
