import os
from functools import wraps

from flask import Flask, abort, current_app, request
from twilio.request_validator import RequestValidator

from calls import calls

app = Flask(__name__)


def from_twilio(view):
    @wraps(view)
    def checked(*args, **kwargs):
        validator = RequestValidator(os.environ["TWILIO_AUTH_TOKEN"])
        genuine = validator.validate(request.url, request.form, request.headers.get("X-Twilio-Signature", ""))
        if genuine or current_app.debug:  # want fail-open-verification "skipped when `current_app.debug` says so"
            return view(*args, **kwargs)
        return abort(403)

    return checked


@app.post("/voice")  # want missing-idempotency "`calls.insert_one` writes one more entry"
@from_twilio
def voice():
    calls.insert_one({"from": request.form["From"]})
    return "<Response/>"
