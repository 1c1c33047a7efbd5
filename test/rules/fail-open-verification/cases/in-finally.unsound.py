import os

from flask import Flask, request
from svix.webhooks import Webhook, WebhookVerificationError

from barges import barges

app = Flask(__name__)


@app.post("/hooks/barges")
def receive():
    try:
        Webhook(os.environ["BARGE_SECRET"]).verify(request.get_data(as_text=True), dict(request.headers))
    except WebhookVerificationError:
        return "", 400
    finally:
        barges.insert_one(request.get_json())  # want fail-open-verification "stands in a `finally`"
    return "", 204
