import hashlib
import hmac

from .settings import signing_key


class Forged(Exception):
    pass


def require_genuine(body: str, signature: str) -> None:
    mac = hmac.new(signing_key(), body.encode("utf-8"), hashlib.sha512)
    if not hmac.compare_digest(mac.hexdigest().encode(), signature.encode()):
        raise Forged(signature)
