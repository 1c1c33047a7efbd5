from flask import Flask, request

from store import parcels
from token_check import with_token

app = Flask(__name__)
app.before_request(with_token)


@app.post("/hooks/parcels")
def receive():
    parcels.insert_one(request.get_json())
    return "", 204
