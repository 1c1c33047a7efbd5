import os

from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError
from urllib.parse import urljoin

import requests

hooks = Blueprint("hooks", __name__)


@hooks.post("/hooks/units")
def receive():
    try:
        event = Webhook(os.environ["SVIX_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "", 400
    requests.post(os.environ["UNITS_URL"] + "/" + event["unit"], timeout=5)
    requests.post(urljoin(os.environ["UNITS_URL"], f"/units/{event['unit']}"), timeout=5)
    return "", 204
