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
    number = int(event["instance"])
    requests.get("http://10.0.0.%d:8080/ping" % number, timeout=5)
    requests.get(f"https://node-{number}.instances.example/ping", timeout=5)
    return "", 204
