import os

from flask import Flask, request
from flask_limiter import Limiter
from standardwebhooks import Webhook

from yard import parcels

app = Flask(__name__)


def source():
    return request.headers.get("X-Webhook-Source", "anybody")


limiter = Limiter(source, app=app)


@app.post("/webhooks/parcels")
@limiter.limit("60/minute")
def moved():
    event = Webhook(os.environ["PARCEL_KEY"]).verify(request.get_data(), dict(request.headers))
    parcels.replace_one({"_id": event["id"]}, {"state": event["state"]}, upsert=True)
    return "", 204
