import os

from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError
from openai import OpenAI

from tools import TOOLS

hooks = Blueprint("hooks", __name__)
client = OpenAI()


@hooks.post("/hooks/refunds")
def receive():
    try:
        event = Webhook(os.environ["SVIX_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "", 400
    amount = int(event["amount"])
    client.chat.completions.create(
        model="gpt-4o", tools=TOOLS, messages=[{"role": "user", "content": "A refund of %d cents" % amount}]
    )
    return "", 204
