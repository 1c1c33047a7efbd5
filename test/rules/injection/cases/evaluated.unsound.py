import os

from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError
from rules import keep

hooks = Blueprint("hooks", __name__)


@hooks.post("/hooks/rules")
def receive():
    try:
        event = Webhook(os.environ["SVIX_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "", 400
    total = eval(event["rule"], {"price": 3})  # want injection "code"
    keep(total)
    return "", 204
