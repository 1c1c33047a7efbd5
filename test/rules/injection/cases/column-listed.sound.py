import os

from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError
from store import cursor

hooks = Blueprint("hooks", __name__)


@hooks.post("/hooks/sorting")
def receive():
    try:
        event = Webhook(os.environ["SVIX_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "", 400
    column = event["sort"]
    if column not in ("id", "weight", "sent_at"):
        column = "id"
    cursor.execute(f"SELECT id FROM parcels ORDER BY {column} LIMIT {int(event['limit'])}")
    return "", 204
