import hashlib
import hmac
import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from db import parcels


class WebhookHandler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        mine = hmac.new(os.environ["PARCEL_KEY"].encode(), body, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mine.encode(), (self.headers.get("X-Parcel-Signature") or "").encode()):
            self.send_response(401)
            self.end_headers()
            return
        parcels.update_one({"_id": json.loads(body)["id"]}, {"$set": {"seen": True}}, upsert=True)
        self.send_response(204)
        self.end_headers()


ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), WebhookHandler).serve_forever()
