import json
from http.server import BaseHTTPRequestHandler

from .checks import is_from_the_dike
from .store import gates


class DikeHook(BaseHTTPRequestHandler):
    server_version = "dike/1"

    def do_GET(self):
        self.reply(200, b"alive")

    def do_POST(self):
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        if not is_from_the_dike(self, raw):
            return self.reply(401, b"")
        gates.insert_one({"gate": json.loads(raw)["gate"]})
        self.reply(204, b"")

    def reply(self, status, body):
        self.send_response(status)
        self.end_headers()
        self.wfile.write(body)
