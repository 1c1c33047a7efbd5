import json
from http.server import BaseHTTPRequestHandler, HTTPServer

from canal import locks


class Inbox(BaseHTTPRequestHandler):
    def do_POST(self):  # want missing-signature-verification "no signature check"
        if self.path != "/hooks/locks":
            self.send_error(404)
            return
        length = int(self.headers.get("Content-Length", 0))
        if length > 65536:
            self.send_error(413)
            return
        locks.insert_one({"lock": json.loads(self.rfile.read(length))["lock"]})
        self.send_response(204)
        self.end_headers()
        self.wfile.write(b"")


HTTPServer(("", 8080), Inbox).serve_forever()
