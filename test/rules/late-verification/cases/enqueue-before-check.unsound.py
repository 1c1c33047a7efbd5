import os

from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError

from tasks import store_mail

mail = Blueprint("mail", __name__)


@mail.post("/webhooks/mail")
def inbound_mail():
    store_mail.delay(request.get_json())  # want late-verification "before the signature"

    try:
        Webhook(os.environ["RESEND_WEBHOOK_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "bad signature", 400
    return "", 202
