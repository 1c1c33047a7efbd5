import os

from flask import Flask, request
from mollie.api.client import Client

from orders import db

app = Flask(__name__)
mollie = Client()
mollie.set_api_key(os.environ["MOLLIE_API_KEY"])


@app.route("/webhooks/mollie", methods=["POST"])
def mollie_webhook():
    payment = mollie.payments.get(request.form["id"])
    if payment.is_paid():
        db.orders.update_one({"payment": payment.id}, {"$set": {"state": "paid"}})
    elif payment.is_canceled() or payment.is_expired():
        db.orders.update_one({"payment": payment.id}, {"$set": {"state": "dead"}})
    return "", 200
