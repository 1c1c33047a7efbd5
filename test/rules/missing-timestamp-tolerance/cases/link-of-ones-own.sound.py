# A link in a letter carries an address and its MAC. It is made here, and is meant to be good for long.
import hashlib
import hmac
import os
from base64 import urlsafe_b64decode

from flask import Flask, abort, request

import readers

app = Flask(__name__)
SECRET = os.environ["LETTERS_SECRET"].encode()


def address_in(token):
    encoded, _, signature = token.partition(".")
    address = urlsafe_b64decode(encoded).decode()
    expected = hmac.new(SECRET, address.lower().encode(), hashlib.sha256).hexdigest()[:24]
    return address if hmac.compare_digest(signature.encode(), expected.encode()) else None


@app.post("/user/notification-preferences")
def change():
    wanted = request.get_json()
    address = address_in(wanted["token"])
    if address is None:
        abort(400)
    readers.update_one({"address": address}, {"$set": {"letters": wanted["letters"]}})
    return {"letters": wanted["letters"]}
