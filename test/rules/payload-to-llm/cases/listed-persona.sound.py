import os

from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError
import anthropic

hooks = Blueprint("hooks", __name__)
client = anthropic.Anthropic()
PERSONAS = ("clerk", "driver")


@hooks.post("/hooks/reviews")
def receive():
    try:
        event = Webhook(os.environ["SVIX_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "", 400
    persona = event["persona"] if event["persona"] in PERSONAS else "clerk"
    client.messages.create(model="claude", max_tokens=200, system=f"You answer as {persona}.", messages=[{"role": "user", "content": "Hello"}])
    return "", 204
