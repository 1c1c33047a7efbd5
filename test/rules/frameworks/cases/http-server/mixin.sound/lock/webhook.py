import json
import os
from http.server import BaseHTTPRequestHandler, HTTPServer

from .reading import Refused, SignedReading
from .store import passages


class LockWebhook(SignedReading, BaseHTTPRequestHandler):
    def do_POST(self):
        try:
            passage = json.loads(self.verified_body())
        except Refused:
            self.send_error(401)
        else:
            passages.insert_one({"boat": passage["boat"]})
            self.send_response(204)
            self.end_headers()


def main():
    server = HTTPServer(("", 8080), LockWebhook)
    server.secret = os.environ["LOCK_SECRET"].encode()
    server.serve_forever()
