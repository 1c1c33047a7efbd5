import hashlib
import hmac


class Signatures:
    def __init__(self, secret):
        self._secret = secret.encode()

    def _sign(self, raw):
        return hmac.new(self._secret, raw, hashlib.sha512).hexdigest()

    def accepts(self, raw, header):
        return bool(header) and hmac.compare_digest(self._sign(raw), header)
