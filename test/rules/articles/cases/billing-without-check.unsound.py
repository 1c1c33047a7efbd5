from flask import Flask, request

from payments import settle

app = Flask(__name__)


@app.route("/webhook/stripe", methods=["POST"])  # want missing-signature-verification "no signature"
def billing_event():
    event = request.get_json()
    if event["type"] == "charge.succeeded":
        settle(event["data"]["object"])
    return "", 200
