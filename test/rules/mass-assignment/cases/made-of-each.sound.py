import hashlib
import hmac
import os

from flask import Flask, abort, request
from models import Label, db

app = Flask(__name__)


@app.before_request
def known_sender():
    wanted = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)


def keep(label):
    db.session.merge(label)


@app.post("/hooks/labels")
def labels():
    body = request.get_json()
    found = body.get("labels")
    if found:
        found = [Label(number=str(body["number"]), text=str(one)) for one in found]
    for label in found or []:
        keep(label)
    db.session.commit()
    return "", 204
