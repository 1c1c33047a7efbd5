# path: tolls/webhook.py
import json
import os
import shelve
from http.server import BaseHTTPRequestHandler

from svix.webhooks import Webhook, WebhookVerificationError

verifier = Webhook(os.environ["TOLL_WEBHOOK_SECRET"])


class TollWebhook(BaseHTTPRequestHandler):
    def do_POST(self):
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            verifier.verify(raw, dict(self.headers))
        except WebhookVerificationError:  # want fail-open-verification "goes on"
            self.log_message("not verified")
        toll = json.loads(raw)
        with shelve.open("tolls") as paid:
            paid[toll["id"]] = toll["cents"]
        self.send_response(204)
        self.end_headers()
