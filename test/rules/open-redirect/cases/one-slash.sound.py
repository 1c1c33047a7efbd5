import os

from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError
from flask import redirect

hooks = Blueprint("hooks", __name__)


@hooks.post("/hooks/returns")
def receive():
    try:
        event = Webhook(os.environ["SVIX_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "", 400
    path = event["path"]
    if not path.startswith("/") or path.startswith(("//", "/\\")):
        return "", 400
    return redirect(path)
    return "", 204
