from flask import request

from inbox.signed import signed
from inbox.store import messages


class Receiver:
    def __init__(self, app):
        app.add_url_rule("/webhooks/messages", view_func=self.receive, methods=["POST"])
        self.receive = signed(self.receive)  # want fail-open-verification "after the route"

    def receive(self):
        body = request.get_json()
        messages.insert_one({"from": body["from"], "text": body["text"]})
        return "", 204
