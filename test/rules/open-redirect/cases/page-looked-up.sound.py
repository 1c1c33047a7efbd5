import os

from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError
from flask import redirect

hooks = Blueprint("hooks", __name__)
PAGES = {"home": "/", "orders": "/orders"}


@hooks.post("/hooks/leave")
def receive():
    try:
        event = Webhook(os.environ["SVIX_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "", 400
    return redirect(PAGES.get(event["page"], "/"))
    return "", 204
