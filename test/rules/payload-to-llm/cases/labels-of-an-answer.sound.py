import os
import subprocess

import anthropic
from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError

hooks = Blueprint("hooks", __name__)
client = anthropic.Anthropic()
LABELS = ("bug", "question")


def label_for(texts):
    content = f"Comments: {texts[0]}"
    answer = client.messages.create(model="claude", max_tokens=20, system="Answer bug or question.", messages=[{"role": "user", "content": content}])
    label = answer.content[0].text
    return label if label in LABELS else "question"


@hooks.post("/hooks/issues")
def receive():
    try:
        event = Webhook(os.environ["SVIX_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "", 400
    label = label_for([int(comment["id"]) for comment in event["comments"]])
    subprocess.run(f"sort-issue --label {label}", shell=True)
    return "", 204
