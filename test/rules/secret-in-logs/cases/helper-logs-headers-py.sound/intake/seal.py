import hashlib
import hmac
import logging
import os

log = logging.getLogger("intake")
HIDDEN = {"authorization", "cookie", "x-crate-signature"}


def genuine(request):
    log.debug("verifying %r", {name: value for name, value in request.headers.items() if name.lower() not in HIDDEN})
    mine = hmac.new(os.environ["CRATE_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine.encode(), request.headers.get("X-Crate-Signature", "").encode())
