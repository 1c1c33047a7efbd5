# path: tolls/webhook.py
import os
import shelve
from http.server import BaseHTTPRequestHandler

from svix.webhooks import Webhook, WebhookVerificationError

verifier = Webhook(os.environ["TOLL_WEBHOOK_SECRET"])


class TollWebhook(BaseHTTPRequestHandler):
    def do_POST(self):
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            toll = verifier.verify(raw, dict(self.headers))
        except WebhookVerificationError:
            self.send_response(400)
            self.end_headers()
            return
        with shelve.open("tolls") as paid:
            paid[toll["id"]] = toll["cents"]
        self.send_response(204)
        self.end_headers()
