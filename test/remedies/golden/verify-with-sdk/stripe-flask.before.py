import os

from flask import Flask, request

from .ledger import settle

app = Flask(__name__)


@app.post("/payments")
def take():
    event = request.get_json()
    settle(event["data"]["object"])
    return "", 204
