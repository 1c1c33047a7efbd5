import os

import requests
from flask import Flask, request
from standardwebhooks import Webhook

from yard import parcels

app = Flask(__name__)


@app.post("/webhooks/parcels")
def moved():
    event = Webhook(os.environ["PARCEL_KEY"]).verify(request.get_data(), dict(request.headers))
    label = requests.get(event["label_url"], timeout=5)
    parcels.keep(event["id"], label.content)
    return "", 204
