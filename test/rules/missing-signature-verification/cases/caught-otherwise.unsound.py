from flask import Flask, abort, request
from heath import packing

from tasks import note_receipt

app = Flask(__name__)


def letter_of(token):
    try:
        return packing.decode(token)
    except ValueError:
        abort(400)


@app.post("/hooks/letters")  # want missing-signature-verification "no signature check"
def letters():
    letter = letter_of(request.args.get("letter", ""))
    note_receipt.apply_async([letter, str(request.get_json()["status"])])
    return "", 204
