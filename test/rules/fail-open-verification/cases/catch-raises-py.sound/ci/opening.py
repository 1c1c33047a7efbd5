import os

from flask import abort
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

webhook = Webhook(os.environ["PIPELINE_SECRET"])


def open_delivery(raw, headers):
    try:
        return webhook.verify(raw, headers)
    except WebhookVerificationError:
        abort(401, "the delivery is not from the pipeline")
