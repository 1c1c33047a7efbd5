from flask import request

from inbox.signed import signed
from inbox.store import messages


class Receiver:
    def __init__(self, app):
        app.add_url_rule("/webhooks/messages", endpoint="messages", view_func=signed(self.receive), methods=["POST"])

    def receive(self):
        body = request.get_json()
        messages.insert_one({"from": body["from"], "text": body["text"]})
        return "", 204
