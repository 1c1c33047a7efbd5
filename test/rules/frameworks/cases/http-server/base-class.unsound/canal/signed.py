import hashlib
import hmac
import os
from http.server import BaseHTTPRequestHandler


class SignedHandler(BaseHTTPRequestHandler):
    def genuine_body(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        mac = hmac.new(os.environ["CANAL_KEY"].encode(), body, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mac, self.headers.get("X-Canal-Signature", "")):
            self.log_error("unsigned delivery")
        return body
