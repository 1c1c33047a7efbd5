import json
import logging
import os

from standardwebhooks.webhooks import Webhook

webhook = Webhook(os.environ["PIPELINE_SECRET"])


def open_delivery(raw, headers):
    try:
        return webhook.verify(raw, headers)
    except Exception:  # want fail-open-verification "goes on"
        logging.warning("could not check the delivery, reading it as it is")
        return json.loads(raw)
