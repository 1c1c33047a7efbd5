import os

from flask import Flask, request
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from readings import readings

app = Flask(__name__)
webhook = Webhook(os.environ["METER_WEBHOOK_SECRET"])


@app.post("/hooks/meters")
def meter_reading():
    try:
        webhook.verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "bad signature", 400

    body = request.get_json()
    readings.insert_one({"_id": request.headers["webhook-id"], "meter": body["meter"], "kwh": body["kwh"]})
    return "", 204
