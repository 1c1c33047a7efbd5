import os

from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError
from pathlib import Path

from logs import keep

hooks = Blueprint("hooks", __name__)
LOGS = Path("/srv/logs")


@hooks.post("/hooks/logs")
def receive():
    try:
        event = Webhook(os.environ["SVIX_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "", 400
    kept = LOGS / event["job"] / "out.log"
    keep(kept.read_text())  # want injection "file"
    return "", 204
