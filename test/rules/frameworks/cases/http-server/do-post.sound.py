import hashlib
import hmac
import json
import os
from http.server import BaseHTTPRequestHandler, HTTPServer

from canal import locks


class Inbox(BaseHTTPRequestHandler):
    def do_POST(self):
        if self.path != "/hooks/locks":
            self.send_error(404)
            return
        length = int(self.headers.get("Content-Length", 0))
        if length > 65536:
            self.send_error(413)
            return
        body = self.rfile.read(length)
        mac = hmac.new(os.environ["CANAL_KEY"].encode(), body, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mac, self.headers.get("X-Canal-Signature", "")):
            self.send_response(401)
            self.end_headers()
            return
        locks.insert_one({"lock": json.loads(body)["lock"]})
        self.send_response(204)
        self.end_headers()


HTTPServer(("", 8080), Inbox).serve_forever()
