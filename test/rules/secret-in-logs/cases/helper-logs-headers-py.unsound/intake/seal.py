import hashlib
import hmac
import logging
import os

log = logging.getLogger("intake")


def genuine(request):
    log.debug("verifying %r", {"headers": dict(request.headers), "path": request.path})  # want secret-in-logs "all headers of the request"
    mine = hmac.new(os.environ["CRATE_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine.encode(), request.headers.get("X-Crate-Signature", "").encode())
