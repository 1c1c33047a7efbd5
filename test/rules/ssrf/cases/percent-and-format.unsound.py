import os

from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError
import requests

hooks = Blueprint("hooks", __name__)


@hooks.post("/hooks/instances")
def receive():
    try:
        event = Webhook(os.environ["SVIX_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "", 400
    instance = event.get("instance")
    requests.get("http://%s:%d/ping" % (instance, 8080), timeout=5)  # want ssrf "decides which host"
    return "", 204
