import hashlib
import hmac
import json
import os
import sqlite3
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SECRET = os.environ["BUOY_SECRET"].encode()
db = sqlite3.connect("buoys.db")


class Buoys(BaseHTTPRequestHandler):
    def do_POST(self):
        if self.path != "/hooks/buoys":
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        size = int(self.headers.get("Content-Length", 0))
        if size > 100_000:
            self.send_error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return
        raw = self.rfile.read(size)
        algorithm, _, digest = self.headers.get("X-Buoy-Signature", "").partition("=")
        if algorithm != "sha256" or not hmac.compare_digest(hmac.new(SECRET, raw, hashlib.sha256).hexdigest().encode(), digest.encode()):
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        with db:
            db.execute("insert or ignore into drifts values (?)", (json.loads(raw)["id"],))
        self.send_response(HTTPStatus.NO_CONTENT)
        self.end_headers()


if __name__ == "__main__":
    ThreadingHTTPServer(("", 8000), Buoys).serve_forever()
