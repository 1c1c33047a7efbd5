from flask import Flask, request
from twilio.twiml.messaging_response import MessagingResponse

app = Flask(__name__)


@app.route("/sms", methods=["POST"])
def sms():
    reply = MessagingResponse()
    reply.message("You said " + request.form["Body"])
    return str(reply)
