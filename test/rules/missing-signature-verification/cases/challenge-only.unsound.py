import os

import requests
from flask import Blueprint, request

messenger = Blueprint("messenger", __name__)


@messenger.route("/messenger/hook", methods=["GET", "POST"])  # want missing-signature-verification "challenge"
def hook():
    if request.method == "GET":
        if request.args.get("hub.verify_token") == os.environ["MESSENGER_VERIFY_TOKEN"]:
            return request.args["hub.challenge"]
        return "forbidden", 403

    for entry in request.get_json()["entry"]:
        for messaging in entry["messaging"]:
            requests.post(
                "https://graph.facebook.com/v19.0/me/messages",
                params={"access_token": os.environ["PAGE_TOKEN"]},
                json={"recipient": messaging["sender"], "message": {"text": "We got it."}},
                timeout=5,
            )
    return "ok"
