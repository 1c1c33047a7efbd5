from flask import Flask, request
from storing import store

app = Flask(__name__)


@app.post("/hooks/parcels")  # want missing-signature-verification "no signature"
def parcels():
    store(request.get_json())
    return "", 204
