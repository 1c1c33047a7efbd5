import hashlib
import hmac
import os
from http.server import BaseHTTPRequestHandler

from yard import crates

LARGEST = 200_000


class Intake(BaseHTTPRequestHandler):
    def do_POST(self):
        length = int(self.headers.get("Content-Length") or 0)
        if length > LARGEST:
            self.send_response(413)
            self.end_headers()
            return
        body = self.rfile.read(length)
        mine = hmac.new(os.environ["CRATE_KEY"].encode(), body, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mine.encode(), (self.headers.get("X-Crate-Signature") or "").encode()):
            self.send_response(401)
            self.end_headers()
            return
        crates.update_one({"_id": body.decode()}, {"$set": {"seen": True}})
        self.send_response(204)
        self.end_headers()
