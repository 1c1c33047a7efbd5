from flask import Flask, abort, request

from blasts import blasts
from tokens import sender_of

app = Flask(__name__)


@app.post("/hooks/quarry")
def blast():
    sender = sender_of(request.headers.get("Authorization"))
    if sender is None:
        abort(401)
    blasts.insert_one({"sender": sender, "at": request.json["at"]})
    return "", 204
