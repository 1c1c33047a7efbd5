import hashlib
import hmac
import os
from functools import wraps

from flask import Flask, abort, request

from bookings import db

app = Flask(__name__)


def signed(view):
    @wraps(view)
    def wrapper(*args, **kwargs):
        key = os.environ["BOOKING_HOOK_SECRET"].encode()
        expected = hmac.new(key, request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(expected, request.headers.get("X-Booking-Signature", "")):
            abort(401)
        return view(*args, **kwargs)

    return wrapper


@app.post("/webhooks/bookings")  # want missing-signature-verification "no signature"
def booking():
    data = request.get_json()
    db.bookings.insert_one({"room": data["room"], "from": data["from"], "to": data["to"]})
    return "", 204


@app.post("/webhooks/cancellations")
@signed
def cancellation():
    db.bookings.delete_one({"_id": request.get_json()["id"]})
    return "", 204
