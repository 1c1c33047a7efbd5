import os

from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError
import subprocess

from models import llm

hooks = Blueprint("hooks", __name__)


@hooks.post("/hooks/runs")
def receive():
    try:
        event = Webhook(os.environ["SVIX_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "", 400
    command = llm.invoke("Which command does %s?" % event["wish"])
    subprocess.run(command.content, shell=True)  # want payload-to-llm "shell"
    return "", 204
