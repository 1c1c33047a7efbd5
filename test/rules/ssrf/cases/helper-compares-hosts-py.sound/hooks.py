import os

from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError
import requests

from hosts import is_ours

hooks = Blueprint("hooks", __name__)


@hooks.post("/hooks/feeds")
def receive():
    try:
        event = Webhook(os.environ["SVIX_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "", 400
    if not is_ours(event["feed"]):
        return "", 400
    requests.get(event["feed"], timeout=5, allow_redirects=False)
    return "", 204
