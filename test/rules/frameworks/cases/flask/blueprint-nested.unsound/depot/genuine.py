import hashlib
import hmac
import os


def is_genuine(req):
    secret = os.environ["CARRIER_SECRET"].encode()
    given = req.headers.get("X-Carrier-Signature", "")
    return hmac.compare_digest(hmac.new(secret, req.get_data(), hashlib.sha256).hexdigest(), given)
