import functools
import hashlib
import hmac
import logging

from flask import current_app, jsonify, request

log = logging.getLogger(__name__)


def logged(view):
    @functools.wraps(view)
    def inner(*args, **kwargs):
        log.info("delivery for %s", view.__name__)
        return view(*args, **kwargs)

    return inner


def signed(header, prefix=""):
    def decorate(view):
        @functools.wraps(view)
        def inner(*args, **kwargs):
            secret = current_app.config.get("BREW_SECRET")
            if not secret:
                log.error("no secret")
                return jsonify(error="not configured"), 500
            mac = prefix + hmac.new(secret.encode(), request.get_data(), hashlib.sha256).hexdigest()
            if not hmac.compare_digest(mac, request.headers.get(header, "")):
                return jsonify(error="unsigned"), 401
            return view(*args, **kwargs)

        return inner

    return decorate
