import base64
import hashlib
import hmac


class Signatures:
    def __init__(self, secret):
        self._secret = secret.encode()

    def _sign(self, raw):
        return base64.b64encode(hmac.new(self._secret, raw, hashlib.sha512).digest()).decode()

    def accepts(self, raw, header):
        return bool(header) and self._sign(raw) == header  # want weak-signature-comparison "constant time"
