import os

from flask import Flask, request

from .signed import Signed
from .store import letters

app = Flask(__name__)


@app.route("/hooks/letters", methods=["POST"])
@Signed(header="X-Post-Signature", secret=os.environ["POST_SECRET"])
def letter():
    letters.insert_one({"to": request.get_json()["to"]})
    return "", 204
