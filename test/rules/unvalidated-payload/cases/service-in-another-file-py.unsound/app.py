from flask import Flask, request
from parcels import Parcels

app = Flask(__name__)


@app.post("/hooks/parcels")  # want missing-signature-verification "no signature"
def parcels():
    Parcels().note(request.get_json())
    return "", 204
