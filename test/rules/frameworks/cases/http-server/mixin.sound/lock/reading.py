import hashlib
import hmac


class Refused(Exception):
    """The delivery is not from the lock keeper."""


class SignedReading:
    secret: bytes = b""

    def verified_body(self):
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        mine = hmac.new(self.server.secret, raw, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mine.encode(), self.headers.get("X-Lock-Signature", "").encode()):
            raise Refused
        return raw
