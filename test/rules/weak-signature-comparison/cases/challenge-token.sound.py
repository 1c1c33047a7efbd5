import os
from hmac import compare_digest

from flask import Flask, request

from activities import db

app = Flask(__name__)


@app.get("/strava/webhook")
def subscribe():
    if request.args.get("hub.mode") == "subscribe" and request.args.get("hub.verify_token") == os.environ["STRAVA_VERIFY_TOKEN"]:
        return {"hub.challenge": request.args.get("hub.challenge")}
    return "forbidden", 403


@app.post("/strava/webhook")
def activity():
    if not compare_digest(request.args.get("key", "").encode(), os.environ["STRAVA_URL_KEY"].encode()):
        return "forbidden", 403
    event = request.get_json()
    if event["object_type"] == "activity":
        db.activities.insert_one({"_id": event["object_id"], "kind": event["aspect_type"]})
    return ""
