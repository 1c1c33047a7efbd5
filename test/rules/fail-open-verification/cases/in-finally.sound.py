import os

from flask import Flask, request
from svix.webhooks import Webhook, WebhookVerificationError

from barges import barges, connection

app = Flask(__name__)


@app.post("/hooks/barges")
def receive():
    try:
        Webhook(os.environ["BARGE_SECRET"]).verify(request.get_data(as_text=True), dict(request.headers))
        barges.insert_one(request.get_json())
    except WebhookVerificationError:
        return "", 400
    finally:
        connection.close()
    return "", 204
