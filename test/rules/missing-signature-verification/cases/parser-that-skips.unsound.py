import os

import telnyx
from flask import Flask, request

from messages import Message, db

app = Flask(__name__)
client = telnyx.Telnyx(api_key=os.environ["TELNYX_API_KEY"])


@app.post("/hooks/messages")  # want missing-signature-verification "without checking"
def message():
    event = client.webhooks.unsafe_unwrap(request.get_data(as_text=True))
    db.session.add(Message(sender=event.data.payload.from_, text=event.data.payload.text))
    db.session.commit()
    return "", 200
