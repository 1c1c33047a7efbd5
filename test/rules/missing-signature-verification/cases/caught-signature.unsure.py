from flask import Flask, abort, request
from heath import signing
from heath.errors import BadSignature

from tasks import note_receipt

app = Flask(__name__)


def letter_of(token):
    try:
        return signing.decode(token)
    except BadSignature:
        abort(403)


@app.post("/hooks/letters")  # want-note missing-signature-verification "Cannot tell whether `signing.decode` verifies"
def letters():
    letter = letter_of(request.args.get("token", ""))
    note_receipt.apply_async([letter, str(request.get_json()["status"])])
    return "", 204
