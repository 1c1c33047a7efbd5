import os

from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError
from sqlalchemy import text

from models import db

hooks = Blueprint("hooks", __name__)


@hooks.post("/hooks/tickets")
def receive():
    try:
        event = Webhook(os.environ["SVIX_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "", 400
    db.session.execute(text("SELECT * FROM tickets WHERE title = '%s'" % event["title"]))  # want injection "SQL statement"
    return "", 204
