import os
from functools import cached_property

from flask import Flask, request
from svix.webhooks import Webhook, WebhookVerificationError

from parcels import parcels


class Inbox:
    @cached_property
    def webhook(self):
        """What verifies the deliveries of the carrier."""
        return Webhook(os.environ["PARCEL_SECRET"])

    def receive(self):
        try:
            self.webhook.verify(request.get_data(), request.headers)
        except WebhookVerificationError:
            return "", 400
        parcels.insert_one(request.get_json())
        return "", 204


app = Flask(__name__)
inbox = Inbox()
app.add_url_rule("/inbound/parcels", view_func=inbox.receive, methods=["POST"])
