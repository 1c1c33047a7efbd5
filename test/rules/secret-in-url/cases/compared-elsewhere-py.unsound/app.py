from flask import Flask, abort, request

from same import is_secret
from store import parcels

app = Flask(__name__)


@app.post("/hooks/parcels/<secret>")
def receive(secret):
    if not is_secret(secret):
        abort(404)
    parcels.insert_one(request.get_json())
    return "", 204
