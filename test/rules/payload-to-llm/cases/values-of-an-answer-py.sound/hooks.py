import os

from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError
from answers import answer

hooks = Blueprint("hooks", __name__)


@hooks.post("/hooks/questions")
def receive():
    try:
        event = Webhook(os.environ["SVIX_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "", 400
    answer(int(event["question"]))
    return "", 204
