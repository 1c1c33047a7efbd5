from flask import Flask, abort, request
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from polls import db

app = Flask(__name__)
# Public by nature: it only verifies.
APPLICATION_KEY = VerifyKey(bytes.fromhex("f1a2b3c4d5e6f708192a3b4c5d6e7f80f1a2b3c4d5e6f708192a3b4c5d6e7f80"))


@app.post("/discord/interactions")
def interaction():
    timestamp = request.headers["X-Signature-Timestamp"]
    signature = request.headers["X-Signature-Ed25519"]
    try:
        APPLICATION_KEY.verify(timestamp.encode() + request.get_data(), bytes.fromhex(signature))
    except BadSignatureError:
        abort(401)

    body = request.get_json()
    if body["type"] == 1:
        return {"type": 1}
    db.polls.insert_one({"user": body["member"]["user"]["id"], "choice": body["data"]["custom_id"]})
    return {"type": 6}
