import os

from flask import Flask, abort, request

from calls import calls

app = Flask(__name__)
TOKENS = {os.environ["ZOOM_TOKEN_OLD"], os.environ["ZOOM_TOKEN_NEW"]}


@app.post("/webhooks/zoom")  # want bearer-only-auth "Zoom signs what it sends"
def call():
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if token not in TOKENS:  # want weak-signature-comparison "constant time"
        abort(401)

    meeting = request.json["payload"]["object"]
    calls.insert_one({"meeting": meeting["id"], "minutes": meeting["duration"]})
    return "", 204
