import os

from flask import Flask, abort, request
from twilio.request_validator import RequestValidator

from store import messages

app = Flask(__name__)
validator = RequestValidator(os.environ["TWILIO_AUTH_TOKEN"])


@app.post("/inbox/messages")
def receive():
    if not validator.validate(request.url, request.form, request.headers.get("X-Twilio-Signature", "")):
        abort(401)
    messages.insert_one({"_id": request.form["MessageSid"], "from": request.form["From"], "text": request.form["Body"]})
    return "", 204
