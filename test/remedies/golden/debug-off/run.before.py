import os

from flask import Flask, request
from standardwebhooks import Webhook

from yard import parcels

app = Flask(__name__)


@app.post("/webhooks/parcels")
def moved():
    event = Webhook(os.environ["PARCEL_KEY"]).verify(request.get_data(), dict(request.headers))
    parcels.replace_one({"_id": event["id"]}, {"state": event["state"]}, upsert=True)
    return "", 204


if __name__ == "__main__":
    app.run(
        host="0.0.0.0",
        debug=True,
        port=8080,
    )
