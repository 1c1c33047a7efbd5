import os

from flask import Flask, request
from twilio.request_validator import RequestValidator

from sms import store_message

app = Flask(__name__)
AUTH_TOKEN = os.getenv("TWILIO_AUTH_TOKEN")


@app.post("/twilio/inbound")
def inbound():
    signature = request.headers.get("X-Twilio-Signature", "")
    if not AUTH_TOKEN or not RequestValidator(AUTH_TOKEN).validate(request.url, request.form, signature):
        return "not from Twilio", 403

    store_message(request.form["From"], request.form["Body"])
    return "<Response/>", 200, {"Content-Type": "text/xml"}
