from flask import Flask, request
from remembering import remember

app = Flask(__name__)


@app.post("/hooks/parcels")  # want missing-signature-verification "no signature"
def parcels():
    remember(request.get_json())
    return "", 204
