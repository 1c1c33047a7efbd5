import hashlib
import hmac
import os

from flask import Flask, abort, request

from bookings import db

app = Flask(__name__)


@app.post("/hooks/bookings")
def booking():
    body = request.get_json()
    if request.headers.get("X-Booking-Version") == "1":  # want fail-open-verification "The sender decides"
        db.bookings.insert_one({"_id": body["reference"], "room": body["room"]})
        return "stored (v1)"

    expected = hmac.new(os.environ["BOOKING_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Booking-Signature", "")):
        abort(401)
    db.bookings.insert_one({"_id": body["id"], "room": body["room"]})
    return "stored"
