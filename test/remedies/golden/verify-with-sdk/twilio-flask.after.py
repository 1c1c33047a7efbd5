import os

from flask import Flask, request
from twilio.twiml.messaging_response import MessagingResponse
from twilio.request_validator import RequestValidator

app = Flask(__name__)


@app.route("/sms", methods=["POST"])
def sms():
    auth_token = os.environ.get("TWILIO_AUTH_TOKEN")
    public_url = os.environ.get("PUBLIC_URL")
    if not auth_token or not public_url:
        return "Webhook secret is not configured.", 500
    if not RequestValidator(auth_token).validate(
        public_url + request.full_path.rstrip("?"),
        request.form,
        request.headers.get("X-Twilio-Signature") or "",
    ):
        return "Invalid signature.", 401
    reply = MessagingResponse()
    reply.message("You said " + request.form["Body"])
    return str(reply)
