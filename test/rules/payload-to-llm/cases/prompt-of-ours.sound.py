import os

from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError
import litellm

from board import board

hooks = Blueprint("hooks", __name__)


@hooks.post("/hooks/summaries")
def receive():
    try:
        event = Webhook(os.environ["SVIX_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "", 400
    answered = litellm.completion(model="gpt-4o", messages=[{"role": "user", "content": "Summarise the state of the yard."}])
    board.show(answered.choices[0].message.content, event["id"])
    return "", 204
