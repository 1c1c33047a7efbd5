import os

from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError
from tasks import report

hooks = Blueprint("hooks", __name__)


@hooks.post("/hooks/reports")
def receive():
    try:
        event = Webhook(os.environ["SVIX_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "", 400
    report(int(event["number"]), kind="daily")
    return "", 204
