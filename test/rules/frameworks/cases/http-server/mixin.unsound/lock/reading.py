import hashlib
import hmac


class Refused(Exception):
    """The delivery is not from the lock keeper."""


class SignedReading:
    secret: bytes = b""

    def verified_body(self):
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        mine = hmac.new(self.server.secret, raw, hashlib.sha256).hexdigest()
        if mine != self.headers.get("X-Lock-Signature", ""):  # want weak-signature-comparison "constant time"
            raise Refused
        return raw
