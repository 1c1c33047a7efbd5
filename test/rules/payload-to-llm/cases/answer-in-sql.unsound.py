import os

from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError
import litellm

from store import cursor

hooks = Blueprint("hooks", __name__)


@hooks.post("/hooks/questions")
def receive():
    try:
        event = Webhook(os.environ["SVIX_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "", 400
    answer = litellm.completion(model="gpt-4o", messages=[{"role": "user", "content": "Write SQL for: " + event["question"]}])
    cursor.execute(answer.choices[0].message.content)  # want payload-to-llm "SQL"
    return "", 204
