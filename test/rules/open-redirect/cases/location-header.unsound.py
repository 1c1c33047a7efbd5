import os

from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError
from flask import make_response

hooks = Blueprint("hooks", __name__)


@hooks.post("/hooks/invites")
def receive():
    try:
        event = Webhook(os.environ["SVIX_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "", 400
    response = make_response("", 302)
    response.headers["Location"] = event["return_to"]  # want open-redirect "decides where"
    return response
    return "", 204
