import os

from flask import Flask, request, abort, current_app
from standardwebhooks import Webhook

from yard import parcels


def refuse_large_body():
    if not request.content_length and "Transfer-Encoding" in request.headers:
        abort(411)
    if (request.content_length or 0) > current_app.config["MAX_CONTENT_LENGTH"]:
        abort(413)


app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 1024 * 1024
app.before_request(refuse_large_body)
app.config["JSON_SORT_KEYS"] = False


@app.post("/webhooks/parcels")
def moved():
    event = Webhook(os.environ["PARCEL_KEY"]).verify(request.get_data(), dict(request.headers))
    parcels.replace_one({"_id": event["id"]}, {"state": event["state"]}, upsert=True)
    return "", 204
