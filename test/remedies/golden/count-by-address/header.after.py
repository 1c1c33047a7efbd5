import os

from flask import Flask, request
from flask_limiter import Limiter
from standardwebhooks import Webhook
from flask_limiter.util import get_remote_address

from yard import parcels

app = Flask(__name__)


limiter = Limiter(get_remote_address, app=app)


@app.post("/webhooks/parcels")
@limiter.limit("60/minute")
def moved():
    event = Webhook(os.environ["PARCEL_KEY"]).verify(request.get_data(), dict(request.headers))
    parcels.replace_one({"_id": event["id"]}, {"state": event["state"]}, upsert=True)
    return "", 204
