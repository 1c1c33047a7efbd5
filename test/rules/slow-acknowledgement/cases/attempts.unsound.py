import os

import urllib.request

from flask import Flask, abort, request
from standardwebhooks import Webhook


app = Flask(__name__)


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    event = request.get_json()
    for recipient in event["recipients"]:
        urllib.request.urlopen("https://push.internal/send?to=" + str(int(recipient)))  # want slow-acknowledgement "in a loop"
    return "", 204
