from flask import Flask, request
from svix.webhooks import Webhook, WebhookVerificationError

from people import db

app = Flask(__name__)
webhook = Webhook("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")  # want hardcoded-secret "in the source"


@app.post("/webhooks/people")
def person():
    try:
        webhook.verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "bad signature", 400
    event = request.get_json()
    if event["type"] == "user.created":
        db.people.insert_one({"_id": event["data"]["id"]})
    return "", 200
