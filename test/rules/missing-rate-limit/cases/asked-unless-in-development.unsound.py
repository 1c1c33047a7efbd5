import hashlib
import hmac
import os

from flask import Flask, abort, request

from mail import sendmail

app = Flask(__name__)


def genuine(raw, sent):
    if os.environ.get("FLASK_ENV") == "development":  # want fail-open-verification "skipped"
        return True
    mine = hmac.new(os.environ["PARCEL_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine.encode(), sent.encode())


@app.post("/hooks/parcels")  # want missing-rate-limit "reaches `sendmail`." want missing-idempotency "sends once more"
def parcels():
    if not genuine(request.get_data(), request.headers.get("X-Parcel-Signature", "")):
        abort(401)
    sendmail(to="yard@example.com", text="One more parcel.")
    return "", 204
