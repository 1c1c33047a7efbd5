import os

from flask import Flask, request
from twilio.request_validator import RequestValidator

from calls import db

app = Flask(__name__)
validator = RequestValidator(os.environ["TWILIO_AUTH_TOKEN"])


@app.post("/twilio/voice")
def voice():
    if not validator.validate(request.url, request.form.to_dict(), request.headers.get("X-Twilio-Signature", "")):
        return "not from Twilio", 403
    db.calls.insert_one({"_id": request.form["CallSid"], "from": request.form["From"]})
    return "<Response><Say>Hello</Say></Response>", 200, {"Content-Type": "text/xml"}
